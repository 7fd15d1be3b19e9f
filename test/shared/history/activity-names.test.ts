import { expect, test } from 'vitest'
import {
  meaningOfAppleType,
  meaningOfHealthConnectType,
  meaningOfTrackerName,
  nameOfAppleType,
  nameOfHealthConnectType,
} from '../../../shared/history/activity-names.ts'

test.each([
  ['HKWorkoutActivityTypeWalking', 'walk', 'Walking'],
  ['HKWorkoutActivityTypeHiking', 'walk', 'Hiking'],
  ['HKWorkoutActivityTypeTableTennis', 'court-or-field-sport', 'Table Tennis'],
  ['HKWorkoutActivityTypeCoreTraining', 'strength', 'Core Training'],
  ['HKWorkoutActivityTypeFlexibility', 'stretch', 'Flexibility'],
  ['HKWorkoutActivityTypeMixedCardio', 'other', 'Mixed Cardio'],
  ['HKWorkoutActivityTypeUnderwaterDiving', 'other', 'Underwater Diving'],
])('of Apple: %s is %s, called %s', (type, meaning, name) => {
  expect([meaningOfAppleType(type), nameOfAppleType(type)]).toEqual([meaning, name])
})

// Numbers and names as the platform's source lists them.
test.each([
  [0, null, 'Unknown'],
  [1, 'court-or-field-sport', 'Badminton'],
  [5, 'cycle', 'Stationary cycling'],
  [8, 'strength', 'Calisthenics'],
  [16, 'other', 'Golf'],
  [21, 'walk', 'Hiking'],
  [33, 'run', 'Running'],
  [34, 'run', 'Treadmill running'],
  [40, 'walk', 'Snowshoeing'],
  [46, 'stretch', 'Stretching'],
  [48, 'swim', 'Open water swimming'],
  [53, 'walk', 'Walking'],
  [54, 'other', 'Water polo'],
  [55, 'strength', 'Weightlifting'],
  [56, 'other', 'Wheelchair'],
  [61, 'other', 'Rowing machine'],
  [79, null, 'Exercise type 79'],
])('of Health Connect: %i is %s, called %s', (type, meaning, name) => {
  expect([meaningOfHealthConnectType(type), nameOfHealthConnectType(type)]).toEqual([meaning, name])
})

test.each([
  ['lap_swimming', 'swim'],
  ['tennis_v2', 'court-or-field-sport'],
  ['resort_skiing_snowboarding_ws', 'other'],
  ['casual_walking', 'walk'],
  ['Weight Training', 'strength'],
  ['E-Bike Ride', 'cycle'],
  ['TrailRun', 'run'],
  ['Trail Run', 'run'],
  ['Snowshoe', 'walk'],
  ['Outdoor Run', 'run'],
  ['Løb', 'run'],
  ['Bieganie', 'run'],
  ['Natação em piscina', 'swim'],
  ['Simbassäng', 'swim'],
  ['Styrketräning', 'strength'],
  ['Gång', 'walk'],
  ['Laufen', 'run'],
  ['Sport', null],
  ['Quidditch', null],
  ['constructor', null],
])('of trackers: %s is %s', (name, meaning) => {
  expect(meaningOfTrackerName(name)).toBe(meaning)
})
