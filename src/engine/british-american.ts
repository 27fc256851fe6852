/**
 * British and American English spell some words differently. The British spelling stands for both, because
 * fewer other words begin like it: an open `colour` is no Colorado and an open `labour` no laboratory.
 * (Defence and offence are American for the same reason: `offenc` begins nothing, `offens` does.)
 */

/** Stems that take each of these endings: British first. What isn't a word (`rumouring`) does no harm. */
interface Family {
  stems: string;
  endings: readonly (readonly [british: string, american: string])[];
}

const IN_OUR: Family = {
  stems: `arm behavi cand clam col demean endeav fav ferv flav glam harb hon hum lab neighb od parl ranc rig rum
    savi splend tum val vap vig`,
  endings: [
    ['our', 'or'],
    ['ours', 'ors'],
    ['oured', 'ored'],
    ['ouring', 'oring'],
    ['ourable', 'orable'],
    ['ourite', 'orite'],
    ['ourites', 'orites'],
    ['oural', 'oral'],
    ['ourer', 'orer'],
    ['ourers', 'orers'],
    ['ourhood', 'orhood'],
    ['ourhoods', 'orhoods'],
  ],
};

const IN_RE: Family = {
  stems: 'calib cent centimet fib kilomet lit lust meag met millimet sab sepulch somb spect theat',
  endings: [
    ['re', 'er'],
    ['res', 'ers'],
    ['red', 'ered'],
  ],
};

const IN_ISE: Family = {
  stems: `antagon apolog author capital categor central character civil colon commercial critic crystall
    custom decentral dehuman demilitar demobil democrat demon demoral destabil digital dramat econom
    emphas equal fertil final formal general global harmon hospital ideal immun industrial initial
    jeopard legal legitim liberal local marginal maxim memor militar minim mobil modern monopol national
    natural neutral normal optim organ ostrac patron penal polar popular priorit privat public radical
    rational real recogn regular reorgan revital revolution scrutin secular sensit special stabil
    standard steril stigmat subsid summar symbol sympath synchron terror traumat urban util vandal
    victim visual western`,
  endings: [
    ['ise', 'ize'],
    ['ised', 'ized'],
    ['ises', 'izes'],
    ['ising', 'izing'],
    ['iser', 'izer'],
    ['isers', 'izers'],
    ['isation', 'ization'],
    ['isations', 'izations'],
    ['isational', 'izational'],
  ],
};

const IN_YSE: Family = {
  stems: 'anal paral catal',
  // `analyses` is also the plural of analysis.
  endings: [
    ['yse', 'yze'],
    ['ysed', 'yzed'],
    ['ysing', 'yzing'],
  ],
};

const WITH_DOUBLED_L: Family = {
  stems:
    'cance channe counci counse dia due equa fue funne jewe labe leve marsha marve meda mode pane quarre refue riva shove signa spira tota trave tunne unrave',
  endings: [
    ['lled', 'led'],
    ['lling', 'ling'],
    ['ller', 'ler'],
    ['llers', 'lers'],
    ['llor', 'lor'],
    ['llors', 'lors'],
    ['llist', 'list'],
    ['llists', 'lists'],
  ],
};

/**
 * Pairs that no ending explains; as in transliterations.ts a line is a class and its first spelling stands
 * for all. Left out is what one of the two spellings shares with another word: tyre (tire), cheque (check),
 * storey (story), kerb (curb), draught (draft), grey (Gray is a surname).
 */
export const PAIRS = `
  adviser advisor
  advisers advisors
  aeroplane airplane
  aeroplanes airplanes
  ageing aging
  aluminium aluminum
  anaesthetic anesthetic
  archaeologist archeologist
  archaeologists archeologists
  archaeology archeology
  artefact artifact
  artefacts artifacts
  catalogue catalog
  cosy cozy
  defense defence
  defenses defences
  dialogue dialog
  diarrhoea diarrhea
  encyclopaedia encyclopedia
  enquiries inquiries
  enquiry inquiry
  enrol enroll
  foetus fetus
  fulfil fulfill
  fulfils fulfills
  gynaecologist gynecologist
  haemorrhage hemorrhage
  instalment installment
  instalments installments
  jewellery jewelry
  judgement judgment
  judgements judgments
  leukaemia leukemia
  license licence
  licenses licences
  manoeuvre maneuver
  manoeuvres maneuvers
  mould mold
  moustache mustache
  offense offence
  offenses offences
  orthopaedic orthopedic
  paediatric pediatric
  paediatrician pediatrician
  plough plow
  practise practice
  practised practiced
  practising practicing
  pretence pretense
  programme program
  programmes programs
  protester protestor
  protesters protestors
  pyjamas pajamas
  sceptic skeptic
  sceptical skeptical
  scepticism skepticism
  sceptics skeptics
  skilful skillful
  sulphur sulfur
  toward towards
  whisky whiskey
  yoghurt yogurt
`;

export const FAMILIES = [IN_OUR, IN_RE, IN_ISE, IN_YSE, WITH_DOUBLED_L];
