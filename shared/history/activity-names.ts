/**
 * Activities of other programs by the name or number that each gives them. A name that no table holds means null: the
 * person is asked, see `activity-entries.ts`.
 */
import type { activities } from '../kinds/activities.ts'
import type { IdOf } from '../kinds/list.ts'

/** Activity of the journal's own list. Standing, sitting and housework are never told by a tracker. */
type TrackedActivity = Exclude<
  IdOf<typeof activities>,
  'standing' | 'sitting-or-travel' | 'gardening-or-housework'
>

/** Meaning of a foreign name: an activity, or stretching, which is a kind of entry of its own. */
export type ActivityMeaning = TrackedActivity | 'stretch'

/** Foreign names, separated by blanks, by what they mean. */
type NameTable = Readonly<Partial<Record<ActivityMeaning, string>>>

const invert = (table: NameTable): ReadonlyMap<string, ActivityMeaning> =>
  new Map(
    // Cast: Object.entries widens the keys of a literal to string.
    (Object.entries(table) as [ActivityMeaning, string][]).flatMap(([meaning, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map(name => [name, meaning] as const),
    ),
  )

const APPLE_PREFIX = 'HKWorkoutActivityType'

const appleTypes = invert({
  walk: 'Walking Hiking',
  run: 'Running',
  cycle: 'Cycling',
  swim: 'Swimming',
  'court-or-field-sport': `
    Tennis TableTennis Badminton Squash Racquetball Pickleball Soccer Basketball Volleyball Handball Hockey
    AmericanFootball AustralianFootball Rugby Baseball Softball Cricket Lacrosse DiscSports`,
  strength: 'TraditionalStrengthTraining FunctionalStrengthTraining CoreTraining',
  stretch: 'Flexibility',
})

/** @param type `HKWorkoutActivityTypeRunning`. Apple's list is closed: every type that is not named here is `other`. */
export const meaningOfAppleType = (type: string): ActivityMeaning =>
  appleTypes.get(type.replace(APPLE_PREFIX, '')) ?? 'other'

/** `HKWorkoutActivityTypeMixedCardio` as words: `Mixed Cardio`. */
export const nameOfAppleType = (type: string): string =>
  type.replace(APPLE_PREFIX, '').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')

/** Session types of Health Connect by the platform's number, which is not that of the Jetpack library. */
const healthConnectTypes: readonly string[] = `
  unknown, badminton, baseball, basketball, cycling, stationary cycling, boot camp, boxing, calisthenics, cricket, dancing,
  exercise class, fencing, American football, Australian football, frisbee, golf, guided breathing, gymnastics, handball,
  HIIT, hiking, ice hockey, ice skating, martial arts, paddling, paragliding, pilates, racquetball, rock climbing,
  roller hockey, rowing, rugby, running, treadmill running, sailing, scuba diving, skating, skiing, snowboarding,
  snowshoeing, soccer, softball, squash, stair climbing, strength training, stretching, surfing, open water swimming,
  pool swimming, table tennis, tennis, volleyball, walking, water polo, weightlifting, wheelchair, yoga, other,
  stair machine, elliptical, rowing machine`
  .split(',')
  .map(name => name.trim())

const healthConnectMeanings = invert({
  walk: '53 21 40',
  run: '33 34',
  cycle: '4 5',
  swim: '48 49',
  'court-or-field-sport': '1 2 3 9 13 14 15 19 22 28 30 32 41 42 43 50 51 52',
  strength: '45 55 8',
  stretch: '46',
})

/** @returns null for 0, "unknown", and for numbers of a newer system */
export function meaningOfHealthConnectType(type: number): ActivityMeaning | null {
  if (type === 0 || healthConnectTypes[type] === undefined) return null
  return healthConnectMeanings.get(String(type)) ?? 'other'
}

/** `Water polo`; `Exercise type 75` for numbers of a newer system. */
export function nameOfHealthConnectType(type: number): string {
  const name = healthConnectTypes[type]
  return name === undefined ? `Exercise type ${type}` : name.charAt(0).toUpperCase() + name.slice(1)
}

/**
 * Names of Garmin, Strava and Fitbit in one table, since a word means the same in all of them. Written as
 * `normaliseName` leaves them.
 */
const trackerNames = invert({
  walk: `
    walk walking casualwalking speedwalking indoorwalking treadmillwalking outdoorwalk powerwalking nordicwalking
    hike hiking snowshoe snowshoeing rucking
    gehen wandern wanderung spaziergang caminata senderismo walkingnordic vandring gang vandreture spacer chod marsz turystykapiesza wedrowki caminhada trilha
    marche randonnee marcher promenad vandra ga gatur chodzenie`,
  run: `
    run running streetrunning trailrun trailrunning treadmill treadmillrunning treadmillrun trackrunning trackrun
    indoorrunning indoorrun virtualrun virtualrunning ultrarun ultrarunning obstaclerun obstaclerunning outdoorrun
    lauf laufen carrera laufband laufbandlaufen laufbandtraining traillauf trailrunninglauf bahnlauf strassenlauf
    lob lobeband lobebandstraening traillob lopning lopband lopbandslopning traillopning
    bieganie biezniaelektryczna bieganieterenowe bieganienabiezni corrida corridaemesteira corridaemtrilha
    corridanaesteira corridaderua lobpabane lobpalobeband lopningpalopband bahnlaufen biezna coursapied courseapied trail`,
  cycle: `
    ride cycle cycling biking bike bikeride bicycling outdoorbike outdoorcycling indoorcycling indoorbike spinning roadbiking
    roadcycling mountainbiking mountainbike mountainbikeride mtb gravelride gravelcycling gravelunpavedcycling virtualride
    virtualcycling cyclocross downhillbiking trackcycling recumbentcycling bmx ebikeride ebiking ebikefitness ebikemountain
    emountainbikeride velomobile stationarybike
    radfahrt radfahren rennradfahren indoorradfahren mountainbiken virtuellesradfahren
    cykling indendorscykling landevejscykling inomhuscykling landsvagscykling
    jazdanarowerze kolarstwo kolarstwoszosowe rowertreningowy ciclismo ciclismoindoor ciclismodeestrada
    cyclisme velo velodinterieur velodeinterieur`,
  swim: `
    swim swimming lapswimming poolswim poolswimming openwater openwaterswim openwaterswimming
    schwimmen schwimmbadschwimmen freiwasserschwimmen
    svomning poolsvomning svommebassin svomningiabentvand simning simbassang simningioppetvatten
    plywanie plywanienabasenie plywaniewbasenie plywanienaotwartymakwenie natacao natacaoempiscina natacaoemaguasabertas
    natation natationenpiscine natationeneaulibre`,
  'court-or-field-sport': `
    tennis tabletennis badminton squash racquetball racketball pickleball padel paddelball platformtennis paddletennis
    soccer soccerfootball football americanfootball australianfootball basketball volleyball beachvolleyball handball
    fieldhockey icehockey hockey rugby baseball softball cricket lacrosse ultimatedisc ultimatefrisbee
    fussball tischtennis fodbold fotboll innebandy floorball pilkanozna koszykowka siatkowka futebol basquete voleibol`,
  strength: `
    weighttraining weights weightlifting strength strengthtraining coretraining functionalstrengthtraining calisthenics
    krafttraining styrketraening styrketraning treningsilowy treninamentodeforca treinamentodeforca treinodeforca
    musculation musculacao`,
  other: `
    workout structuredworkout training yoga pilates elliptical ellipticaltrainer indoorrowing rowing rowingmachine virtualrow hiit
    highintensityintervaltraining intervalworkout indoorcardio cardio golf discgolf fitnessequipment stairclimbing stairclimber
    stairstepper floorclimbing multisport triathlon breathwork meditation resortskiing resortskiingsnowboarding
    resortsnowboarding skiing alpineski backcountryski backcountryskiing crosscountryskiing crosscountryclassicskiing
    crosscountryskateskiing nordicski rollerski snowboard snowboarding backcountrysnowboarding skating iceskate iceskating
    inlineskate inlineskating skateboard skateboarding kayaking canoeing paddling standuppaddling standuppaddleboarding surfing
    kitesurf kiteboarding windsurf windsurfing windkitesurfing sail sailing whitewaterrafting indoorclimbing bouldering
    rockclimbing mountaineering boxing kickboxing martialarts mixedmartialarts dance dancing zumba jumprope crossfit bootcamp
    circuittraining handcycle handcycling wheelchair wheelchairpushwalk wheelchairpushrun horsebackriding fencing gymnastics
    aerobicworkout aerobics aerobic diving scubadiving snorkeling physicaltherapy
    rudern skifahren reiten klettern joga ioga langdskidakning kardio
    other sonstige andere andet ovrigt inne outro outra autre gymfitnessequipment standuppaddleboard`,
})

/** Lower case without accents, signs and blanks, and without the version that Garmin adds: `tennis_v2` is `tennis`. */
export const normaliseName = (name: string): string =>
  name
    .toLowerCase()
    // Letters that Unicode does not decompose.
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/_(?:v\d|ws)$/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Meaning of a name that Garmin, Strava or Fitbit gives; null where it is to be asked. */
export const meaningOfTrackerName = (name: string): ActivityMeaning | null =>
  trackerNames.get(normaliseName(name)) ?? null
