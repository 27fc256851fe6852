/**
 * Names that came into English from other letters and are written in several ways. A line is a class; its
 * first spelling is the one under which all are indexed and searched (spellings.ts), the one that most
 * English news has. The rules for a line stand there, too.
 *
 * Which spellings occur was gathered from what agencies, papers and governments print (AP and Reuters write
 * Gadhafi and Gaddafi, the US government Qadhafi), from the older and newer systems of romanization
 * (Wade-Giles and pinyin, BGN and the national systems of Russia and Ukraine), and from `data/entities`.
 */

/** Arabic, Persian, Hebrew and Turkish given names; agencies write each as its own style book has it. */
const GIVEN_NAMES_OF_THE_MIDDLE_EAST = `
  abdullah abdallah abdulla
  abdel abdul
  ahmed ahmad
  aisha ayesha aysha
  faisal faysal feisal
  fatima fatimah
  hassan hasan
  hussein hussain husain hosein hossein
  khaled khalid
  mahmoud mahmud mahmood
  mohammed muhammad mohamed mohammad muhammed mohamad mohamud
  mustafa mustapha moustafa moustapha
  omar umar
  osama usama
  rashid rasheed rachid
  suleiman sulaiman sulayman suleyman
  tariq tarek tareq tarik
  walid waleed oualid
  yasser yasir yaser
  yitzhak itzhak yitzchak
  yusuf yousef youssef yousuf yusef yousouf
  zainab zaynab zeinab
`;

/** Surnames and the names of movements, from Arabic, Persian and Hebrew. */
const NAMES_OF_THE_MIDDLE_EAST = `
  ahmadinejad ahmedinejad
  erekat ereqat erakat
  gaddafi qaddafi gadhafi kadhafi qadhafi khadafi gadafi qadafi kaddafi
  ghannouchi ghannushi
  haniyeh haniya haniyah
  hezbollah hizbollah hizbullah hezbullah hizballah
  houthi huthi
  houthis huthis
  khomeini khomeiny
  koran quran
  makdissi maqdissi
  mashaal meshaal meshal mishal
  mossadegh mosaddegh mossadeq mosaddeq
  moallem moualem mouallem muallem mualem
  morsi mursi morsy
  muslim moslem
  muslims moslems
  mujahideen mujahedeen mujahedin mujahidin
  qaeda qaida
  ramadan ramadhan
  rouhani rohani ruhani
  sheikh shaikh sheik shaykh
  sheikhs shaikhs sheiks
  soleimani suleimani
  taliban taleban
  yazidi yezidi
  yazidis yezidis
  zarqawi zarkawi
  zawahiri zawahri
`;

/** Places whose names are written with Arabic, Persian or Hebrew letters. */
const PLACES_OF_THE_MIDDLE_EAST = `
  basra basrah
  benghazi bengasi
  daraa deraa
  fallujah falluja
  ghouta ghuta gouta
  hasakah hasaka hassakeh hasakeh hassakah
  hodeidah hodeida hudaydah hudaida
  idlib idleb
  jarablus jarabulus
  jeddah jidda jedda
  kandahar qandahar
  kefraya kafraya kafriya
  kunduz konduz
  latakia lattakia
  maaloula maalula maloula
  marrakesh marrakech
  mecca makkah
  misrata misurata misratah
  mogadishu mogadiscio
  moadamiyeh moadamiya muadhamiya moadamiyah
  qamishli kamishli qamishly
  qusayr qusair
  raqqa raqqah rakka
  shabaab shabab
  tartus tartous
  yarmouk yarmuk
  zawiya zawiyah
`;

/** Names from Russian, Ukrainian and their neighbours, where й, ий and е end and begin differently. */
const SLAVIC_NAMES = `
  alexander aleksandr alexandr aleksander
  alexei aleksei alexey aleksey
  anatoly anatoli anatoliy
  andrei andrey
  andriy andrii
  belarusian belarussian
  chechnya chechenya
  chernihiv chernigov
  chernobyl chornobyl
  djokovic dokovic
  dmitry dmitri dmitriy dmitrii
  donbas donbass
  dostoevsky dostoyevsky
  elena yelena
  gennady gennadi gennadiy
  gorbachev gorbachov gorbatchev
  grigory grigori grigoriy
  kadyrov kadirov
  kharkiv kharkov
  khrushchev khruschev krushchev
  kyiv kiev
  luhansk lugansk
  lukashenko lukashenka
  lviv lvov
  mykolaiv mykolayiv nikolaev nikolayev
  natalia natalya nataliya
  nikolai nikolay
  odesa odessa
  oleksiy oleksii
  sergei sergey serguei sergej
  shoigu shoygu
  tatiana tatyana
  tsar czar tzar
  tsars czars tzars
  tymoshenko timoshenko
  valery valeriy
  vasily vassily vasili vasiliy
  vitaly vitali vitaliy
  yanukovych yanukovich
  yekaterinburg ekaterinburg
  yevgeny evgeny yevgeni evgeni yevgeniy evgeniy
  yulia yuliya
  yuri yury yuriy
  zaporizhzhia zaporizhzhya zaporozhye
  zelensky zelenskyy zelenskiy zelenskyi
`;

/** Places and peoples of Asia, Africa and Europe: older and newer romanization, local and English spelling. */
const PLACES = `
  basel basle
  beijing peking
  bengaluru bangalore
  bern berne
  bucharest bucuresti
  busan pusan
  chongqing chungking
  dhaka dacca
  dusseldorf duesseldorf
  gwangju kwangju
  hannover hanover
  incheon inchon
  kathmandu katmandu
  kobani kobane
  kolkata calcutta
  kosovo kosova
  marseille marseilles
  nanjing nanking
  pashto pushto
  pashtun pushtun
  pashtuns pushtuns
  romania rumania roumania
  tangier tangiers
  tianjin tientsin
  uyghur uighur uigur
  uyghurs uighurs uigurs
  xinjiang sinkiang
  yangon rangoon
`;

export const TRANSLITERATIONS = [
  GIVEN_NAMES_OF_THE_MIDDLE_EAST,
  NAMES_OF_THE_MIDDLE_EAST,
  PLACES_OF_THE_MIDDLE_EAST,
  SLAVIC_NAMES,
  PLACES,
].join('');
