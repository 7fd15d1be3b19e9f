/**
 * Guesses from the words that people name things with. A guess is only ever suggested: the person answers what a name of theirs
 * means.
 */
import { activities } from '../kinds/activities.ts'
import { drinks, drinksByRank } from '../kinds/drinks.ts'
import { type Muscle, muscles, type Side } from '../kinds/muscles.ts'
import { meaningOfTrackerName } from './activity-names.ts'

const CRAMP =
  /cramp|charl(?:e?y|ie) ?horse|spasm|krampf|krämpf|kramp|calambre|crampe|crampo|c[aâã]i?[mn]br[ae]|skurcz|суд[оo]рог|kramppi|こむら|つった|쥐남|抽筋/i
/** Cramps of the belly and the like, which are no muscle cramps of the limbs. */
const NO_MUSCLE =
  /stomach|abdom|menstr|period|uter|bell(?:y|ies)|tummy|bowel|intestin|gut\b|pms|pelvi|ovulat|labou?r|braxton|bauch|magen|regel|unterleib|darm|gebärmutter|vientre|est[oó]mago|r[eè]gles|ventre|mestru|stomaco|brzuch|miesi[aą]czk|живот|менстр|buik|mage\b/i

/** True for the name of a muscle cramp; never for cramps of stomach, bowels or womb. */
export const looksLikeCramp = (name: string): boolean => CRAMP.test(name) && !NO_MUSCLE.test(name)

export const looksLikeSleep = (name: string): boolean =>
  /^(?:(?:my|the)\s+)?(?:sleep|slept|night|bed ?time|schlaf|nacht|sommeil|sueñ?o|sonno|sono|sömn|søvn|slaap|sen\b|uyku|сон\b|uni\b)/iu.test(
    name.trim(),
  ) && !/quality|factor|early|late|bad|good|nap|qualität/i.test(name)

const muscleWords: readonly (readonly [RegExp, Muscle])[] = [
  ...muscles.ids.flatMap((id): [RegExp, Muscle][] => {
    const { pattern } = muscles.get(id).names
    return pattern === null ? [] : [[new RegExp(String.raw`\b(?:${pattern})\b`, 'i'), id]]
  }),
  [/wade|mollet|pantorrilla|gemel[oa]|polpacci|panturrilha|kuit|vad(?:en|er)?\b|łydk|икр[аы]/iu, 'calf'],
  [/zeh|orteil|dedos? del? pie/iu, 'toes'],
  [/fußsohle|voûte|planta del pie|\bf(?:oot|eet)\b|\bfuß\b/iu, 'arch'],
  [/oberschenkel hinten|ischio/iu, 'hamstring'],
  [/hand|main\b|mano\b|mão/iu, 'hand'],
]

export const guessMuscle = (name: string): Muscle | null =>
  muscleWords.find(([pattern]) => pattern.test(name))?.[1] ?? null

const plurals = muscles.ids.flatMap(id => muscles.get(id).names.plural ?? [])
const BOTH = new RegExp(
  String.raw`\b(?:both|beide|beidseitig|les deux|ambos|ambas|entrambi|${plurals.join('|')})\b`,
  'i',
)
const LEFT =
  /\b(?:left|l\.|links?e?[rsn]?|gauche|izquierd[oa]|sinistr[oa]|esquerd[oa]|vänster|venstre|lew[aeyo]\w*|sol)\b|лев/iu
const RIGHT =
  /\b(?:right|r\.|rechts?e?[rsn]?|droite?|derech[oa]|destr[oa]|direit[oa]|höger|højre|høyre|praw[aeyo]\w*|sağ)\b|прав/iu

export function guessSide(name: string): Side | null {
  const [isLeft, isRight] = [LEFT.test(name), RIGHT.test(name)]
  if (BOTH.test(name) || (isLeft && isRight)) return 'both'
  return isLeft ? 'left' : isRight ? 'right' : null
}

type BuiltInDrink = (typeof drinks.ids)[number]

/** Drinks in the languages of water apps. Whole names, in small letters. */
const drinkWords: Readonly<Partial<Record<BuiltInDrink, string>>> = {
  water: 'water wasser eau agua acqua água woda вода su vatten vand vann vesi voda víz apă νερό 水 물',
  'sparkling-water':
    'mineralwasser sprudel sodawasser eau_gazeuse agua_con_gas acqua_frizzante газированная_вода maden_suyu soda_water seltzer',
  tea: 'tea tee thé té tè chá herbata чай çay te thee čaj 茶',
  coffee:
    'coffee kaffee café caffè kawa кофе kahve kaffe koffie káva kahvi espresso cappuccino latte 咖啡 コーヒー 커피',
  milk: 'milk milch lait leche latte_intero leite mleko молоко süt mjölk mælk melk maito mléko 牛奶',
  juice: 'juice saft jus zumo jugo succo suco sok сок meyve_suyu sap mehu',
  'soft-drink':
    'soda soft_drink lemonade limonade limo cola coke refresco refrigerante gazoz газировка energy_drink энергетик',
  'diet-drink': 'diet_soda diet_cola diet_coke coke_zero cola_zero zero_sugar_soda',
  'sports-drink': 'sports_drink sport_drink sportgetränk isotonic gatorade powerade спортивный_напиток',
  'coconut-water': 'coconut_water kokoswasser кокосовая_вода',
  beer: 'beer bier bière cerveza birra cerveja piwo пиво bira öl øl olut pivo',
  wine: 'wine wein vin vino vinho wino вино şarap viini',
  spirits: 'liquor spirits schnaps whisky whiskey vodka rum gin крепкий_алкоголь ликёр ликер',
  soup: 'soup suppe soupe sopa zuppa zupa суп çorba broth',
  other:
    'smoothie protein_shake hot_chocolate cocoa kakao смузи протеиновый_коктейль горячий_шоколад sıcak_çikolata',
}

const drinkOfWord: ReadonlyMap<string, BuiltInDrink> = new Map(
  drinks.ids.flatMap(id =>
    (drinkWords[id] ?? '')
      .split(' ')
      .filter(word => word !== '')
      .map((word): [string, BuiltInDrink] => [word.replaceAll('_', ' '), id]),
  ),
)

const whole = (source: string) => new RegExp(`^(?:${source})$`, 'i')
const drinkPatterns = drinksByRank.map(id => ({ id, pattern: whole(drinks.get(id).names.pattern) }))

export function guessDrink(name: string): BuiltInDrink | null {
  // Without the unit in the name of a column: `Water (ml)`.
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([][^()[\]]*[)\]]$/, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return drinkOfWord.get(plain) ?? drinkPatterns.find(({ pattern }) => pattern.test(plain))?.id ?? null
}

type BuiltInActivity = (typeof activities.ids)[number]

const activityPatterns = activities.ids.map(id => ({ id, pattern: whole(activities.get(id).names) }))

export function guessActivity(name: string): BuiltInActivity | null {
  const meaning = meaningOfTrackerName(name)
  if (meaning !== null && meaning !== 'stretch') return meaning
  const plain = name.toLowerCase().trim()
  return activityPatterns.find(({ pattern }) => pattern.test(plain))?.id ?? null
}
