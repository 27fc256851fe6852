import { WEEKDAYS } from './calendar-words.ts';
import type { NameToken } from './name-tokens.ts';

const OFFICES =
  'President Vice Prime Minister Premier Chancellor Secretary General State Foreign Defence Defense Interior Finance Chief Leader ' +
  'Senator Sen Representative Rep Congressman Congresswoman Assemblyman Assemblywoman Councilman Councilwoman Councillor Alderman ' +
  'Governor Gov Mayor Ambassador Envoy Commissioner Minister Deputy Chairman Chairwoman Chair Speaker Director Administrator Spokesman ' +
  'Spokeswoman Spokesperson Treasurer Comptroller Candidate';
const NOBILITY =
  'King Queen Prince Princess Emperor Empress Emir Sheikh Sheik Sultan Duchess Countess Viscount Sir Lord Lady Dame Baroness';
const CLERGY =
  'Pope Bishop Archbishop Cardinal Rabbi Imam Ayatollah Mullah Patriarch Reverend Rev Monsignor Msgr Pastor Deacon Father Fr Sister';
const COURTS = 'Judge Justice Magistrate Attorney Counsel Prosecutor Solicitor Barrister Juror';
const RANKS =
  'Admiral Adm Captain Capt Major Maj Colonel Col Lieutenant Lt Sergeant Sgt Corporal Cpl Private Pvt Pfc Spc Gen Brig Brigadier Marshal Commander Cmdr ' +
  'Cdr Commodore Ensign Airman Seaman Specialist Trooper Officer Constable Detective Det Inspector Insp Superintendent Supt Sheriff Patrolman Agent Firefighter Paramedic';
const WORK =
  'Professor Prof Doctor Dr Astronaut Cosmonaut Pilot Controller Engineer Scientist Actor Actress Singer Author Broadcaster Presenter Reporter Correspondent ' +
  'Comrade Nurse Teacher Lawyer Businessman Businesswoman Billionaire';
const SPORTS =
  'Coach Manager Striker Quarterback Midfielder Defender Winger Goalkeeper Keeper Forward Linebacker Cornerback Fullback Halfback Tailback Wideout Pitcher Catcher ' +
  'Outfielder Infielder Shortstop Batsman Bowler Skipper Goaltender Defenseman Referee Umpire Jockey';
/** These are anybody's. */
export const COURTESIES: readonly string[] = ['Mr', 'Mrs', 'Ms', 'Miss', 'Mx'];

/** What stands before a person's name and is no part of it: offices, ranks, professions, and the day on which he does something. */
export const TITLES: ReadonlySet<string> = new Set(
  [OFFICES, NOBILITY, CLERGY, COURTS, RANKS, WORK, SPORTS, ...COURTESIES, ...WEEKDAYS].join(' ').split(' '),
);

/** A title that is as short as this may end with a dot: "Mr. Quill", "Capt. Quill". */
const LONGEST_SHORT_FORM = 4;

/** Does a title stand right before a token, "Mayor Quill", "Mr. Quill"? A weekday is none. */
export function isTitled(tokens: readonly NameToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before) return false;
  const gap = tokens[at]!.start - before.end;
  if (gap > (before.key.length > LONGEST_SHORT_FORM ? 1 : 2)) return false;
  return TITLES.has(before.key) && !WEEKDAYS.has(before.key);
}
