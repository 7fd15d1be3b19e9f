/** Emergency numbers and services by region. No number is given until the person has confirmed the region. */
import type { Region } from '../../kinds/profile.ts'
import { getRegion } from '../../locale/conventions.ts'

/** Services; each completes a sentence. */
export interface WhomToCall {
  /** "Call ... now." */
  readonly emergency: string
  /** "Go to ..." */
  readonly hospital: string
  /** "Contact ... today." */
  readonly sameDay: string
  /** "Make an appointment with ..." */
  readonly routine: string
  /** "Contact ... before the next dose." */
  readonly aboutMedicine: string
}

const anywhere: WhomToCall = {
  emergency: 'your local emergency number (112 in Europe, 999 in the UK, 911 in North America)',
  hospital: 'the nearest emergency department',
  sameDay: 'your doctor or an out-of-hours medical service',
  routine: 'your doctor',
  aboutMedicine: 'your doctor, your pharmacist or a medical helpline',
}

const byRegion: Record<Region, WhomToCall> = {
  uk: {
    emergency: '999',
    hospital: 'A&E',
    sameDay: 'your GP surgery or NHS 111',
    routine: 'your GP surgery',
    aboutMedicine: 'your GP surgery, your pharmacist or NHS 111',
  },
  eu: { ...anywhere, emergency: '112' },
  us: {
    emergency: '911',
    hospital: 'the emergency room',
    sameDay: 'your doctor, a nurse line or an urgent care clinic',
    routine: 'your doctor',
    aboutMedicine: 'your doctor, your pharmacist or a nurse line',
  },
  other: anywhere,
}

const britishRegions = new Set('GB GG IM JE'.split(' '))
const northAmericanRegions = new Set('AS CA GU MP PR UM US VI'.split(' '))
/** Countries of the European Union, and neighbours with the emergency number 112. */
const europeanRegions = new Set(
  'AD AL AT AX BA BE BG CH CY CZ DE DK EE ES FI FO FR GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA VA XK'.split(
    ' ',
  ),
)

/** Region proposed from the system's locale, for the person to confirm; null for other regions. */
export function suggestRegion(locale: string | null): Region | null {
  const region = getRegion(locale)
  if (britishRegions.has(region)) return 'uk'
  if (northAmericanRegions.has(region)) return 'us'
  return europeanRegions.has(region) ? 'eu' : null
}

export function getWhomToCall(region: Region | null): WhomToCall {
  return region === null ? anywhere : byRegion[region]
}
