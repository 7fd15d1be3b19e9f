import { Button, Chip, Input, Text } from '@mantine/core'
import { useState } from 'react'
import { exposures } from '../../shared/analysis/exposures/exposures.ts'
import { isCurrent, MAX_SUSPECTS } from '../../shared/analysis/suspects.ts'
import { type TrackedKind, trackedKinds } from '../../shared/kinds/check-in.ts'
import { blankFactor } from '../../shared/kinds/own-factor.ts'
import type { CrampTime } from '../../shared/kinds/profile.ts'
import { useAddOwnFactor, useOwnFactors } from '../data/queries.ts'
import { useNameSuspect, useNamings, useWithdrawSuspect } from '../data/suspect-queries.ts'
import { trackedWords } from '../data/tracked-words.ts'
import { OwnFactorNameField } from '../log/OwnFactorNameField.tsx'
import { useDeleteOwnThing } from '../log/use-own-things.ts'
import { showError } from '../ui/components/messages.ts'
import type { StoredProfile } from '../ui/components/use-stored-profile.ts'
import classes from './FirstStart.module.css'

/** Groups that come first for cramps at that time. */
const firstGroups: Readonly<Record<CrampTime, readonly TrackedKind[]>> = {
  night: ['night', 'stretch'],
  sport: ['activity', 'fluid'],
  rest: ['footwear', 'activity'],
}

/** Up to six suspects, and things of the person's own. Each is stored when it is pressed. */
export function SuspectsStep({ profile }: StoredProfile) {
  const { data: namings } = useNamings()
  const name = useNameSuspect()
  const withdraw = useWithdrawSuspect()
  /** Presses that are not stored yet, by exposure. */
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map())
  if (namings === undefined) return null
  const current = namings.filter(isCurrent)
  const isNamed = (key: string) => pressed.get(key) ?? current.some(({ exposure }) => exposure === key)
  const count = exposures.filter(({ key }) => isNamed(key)).length
  const isFull = count >= MAX_SUSPECTS

  async function toggle(key: string, isOn: boolean) {
    setPressed(before => new Map(before).set(key, isOn))
    try {
      await (isOn ? name : withdraw).mutateAsync(key)
    } catch (error) {
      showError(error)
    }
    setPressed(before => new Map([...before].filter(([other]) => other !== key)))
  }

  const first = profile.crampTimes.flatMap(time => firstGroups[time])
  const groups = [...new Set([...first, ...trackedKinds])].filter(kind =>
    exposures.some(({ needs }) => needs[0] === kind),
  )
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {isFull
          ? `${MAX_SUSPECTS} is the most. Take one away to choose another.`
          : `Choose up to ${MAX_SUSPECTS}. Unknot asks about them, and checks them before anything else.`}
      </Text>
      {groups.map(kind => (
        <Input.Wrapper key={kind} label={trackedWords[kind]} labelElement="div">
          <fieldset className={classes.chips} aria-label={trackedWords[kind]}>
            {exposures
              .filter(({ needs }) => needs[0] === kind)
              .map(({ key, suspected }) => (
                <Chip
                  key={key}
                  variant="light"
                  checked={isNamed(key)}
                  disabled={pressed.has(key) || (isFull && !isNamed(key))}
                  onChange={isOn => void toggle(key, isOn)}
                >
                  {suspected}
                </Chip>
              ))}
          </fieldset>
        </Input.Wrapper>
      ))}
      <OwnThings />
    </>
  )
}

/** Things that are not in the list: each becomes an own factor, answered yes or no a day. */
function OwnThings() {
  const { data: factors = [] } = useOwnFactors()
  const add = useAddOwnFactor()
  const remove = useDeleteOwnThing()
  return (
    <div>
      <OwnFactorNameField
        label="Something else"
        description="In your own words, such as “compression socks”. You answer it with yes or no each day; amounts can be added in Settings."
        factor={null}
        action="Add"
        onStore={name => add.mutateAsync({ ...blankFactor, name })}
      />
      {factors.length > 0 && (
        <ul className={classes.own} aria-label="Your own things">
          {factors.map(factor => (
            <li key={factor.id}>
              <bdi>{factor.name}</bdi>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={`Remove ${factor.name}`}
                onClick={() => void remove(factor)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
