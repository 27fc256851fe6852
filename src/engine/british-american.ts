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
    ['ourful', 'orful'],
    ['ourous', 'orous'],
    ['ouritism', 'oritism'],
  ],
};

const IN_RE: Family = {
  stems:
    'calib cent centimet epicent fib kilomet lacklust lit lust meag met millimet sab sepulch somb spect theat',
  endings: [
    ['re', 'er'],
    ['res', 'ers'],
    ['red', 'ered'],
  ],
};

const IN_ISE: Family = {
  stems: `agon antagon apolog author capital categor central character civil colon commercial criminal critic
    crystall custom decentral decriminal dehuman demilitar demobil democrat demon demoral destabil
    digital dramat econom emphas equal euthan fertil final formal general global harmon hospital ideal
    immortal immun industrial initial jeopard legal legitim liberal local marginal material maxim memor
    mesmer militar minim mobil modern monet monopol motor national natural neutral normal optim organ
    ostrac patron penal personal polar politic popular priorit privat public radical rational real
    recogn regular reorgan revital revolution scrutin secular sensit special stabil standard steril
    stigmat styl subsid summar symbol sympath synchron tantal terror traumat unauthor union unrecogn
    urban util vandal victim visual weapon western`,
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
    ['isable', 'izable'],
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
    'barre cance channe counci counse dia due equa fue funne grue jewe labe leve marsha marve meda mode pane pumme quarre refue reve riva shove signa spira tota trave tunne unrave',
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
  acknowledgement acknowledgment
  adviser advisor
  advisers advisors
  aeroplane airplane
  aeroplanes airplanes
  ageing aging
  aluminium aluminum
  anaesthetic anesthetic
  analogue analog
  archaeological archeological
  archaeologist archeologist
  archaeologists archeologists
  archaeology archeology
  artefact artifact
  artefacts artifacts
  benefitted benefited
  benefitting benefiting
  cancellation cancelation
  cancellations cancelations
  catalogue catalog
  combatting combating
  cosy cozy
  defense defence
  defenses defences
  dialogue dialog
  diarrhoea diarrhea
  encyclopaedia encyclopedia
  enquiries inquiries
  enquiry inquiry
  enrol enroll
  enrolment enrollment
  faeces feces
  focussed focused
  focussing focusing
  foetus fetus
  fulfil fulfill
  fulfilment fulfillment
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
  marvellous marvelous
  mould mold
  moustache mustache
  offense offence
  offenses offences
  orthopaedic orthopedic
  paediatric pediatric
  paediatrician pediatrician
  paedophile pedophile
  paedophiles pedophiles
  plough plow
  ploughed plowed
  ploughing plowing
  ploughs plows
  practise practice
  practised practiced
  practising practicing
  pretence pretense
  programme program
  programmes programs
  protester protestor
  protesters protestors
  pyjamas pajamas
  queueing queuing
  sceptic skeptic
  sceptical skeptical
  scepticism skepticism
  sceptics skeptics
  sizeable sizable
  skilful skillful
  sulphur sulfur
  toward towards
  whisky whiskey
  wilful willful
  yoghurt yogurt
`;

export const FAMILIES = [IN_OUR, IN_RE, IN_ISE, IN_YSE, WITH_DOUBLED_L];
