/** Whom to call, by the region in the profile. Where nobody has said, no number is claimed. */
import type { Region } from '../../journal/profile.ts'

/** Each completes a sentence. */
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
  emergency: 'your local emergency number',
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

export function getWhomToCall(region: Region | null): WhomToCall {
  return region === null ? anywhere : byRegion[region]
}
