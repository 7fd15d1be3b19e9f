import { Button, Menu, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconStar } from '@tabler/icons-react'
import { type TrackedKind, trackedKinds } from '../../shared/kinds/check-in.ts'
import type { Profile } from '../../shared/kinds/profile.ts'
import { useAddOwnFactor, useChangeProfile, useOwnFactors } from '../data/queries.ts'
import { trackedWords } from '../data/tracked-words.ts'
import { kindViews } from '../log/kind-views.ts'
import { OwnThingForm } from '../log/OwnThingForm.tsx'
import { useArchiveOwnThing } from '../log/use-own-things.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'

/** Adds a card to Today: a kind that is not followed yet, or something of the person's own. */
export function FollowMenu({ profile }: { profile: Profile }) {
  const store = useChangeProfile()
  const add = useAddOwnFactor()
  const archive = useArchiveOwnThing()
  const offerUndo = useOfferUndo()
  const { data: factors = [] } = useOwnFactors()
  const [isNaming, naming] = useDisclosure(false)
  const others = trackedKinds.filter(kind => kind !== 'cramp' && !profile.trackedKinds.includes(kind))

  async function follow(kind: TrackedKind) {
    const followed = trackedKinds.filter(one => one === kind || profile.trackedKinds.includes(one))
    try {
      await store.mutateAsync({ ...profile, trackedKinds: followed })
      offerUndo({
        message: `You follow this from now on: ${trackedWords[kind]}. To stop, see Settings.`,
        undo: () => store.mutateAsync(profile),
        undone: 'It is no longer on Today.',
      })
    } catch (error) {
      showError(error)
    }
  }

  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />}>
            Follow something else
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
          {others.map(kind => {
            const { Icon: KindIcon } = kindViews[kind]
            return (
              <Menu.Item
                key={kind}
                leftSection={<KindIcon size={16} stroke={1.8} aria-hidden />}
                onClick={() => void follow(kind)}
              >
                {trackedWords[kind]}
              </Menu.Item>
            )
          })}
          {factors
            .filter(({ archived }) => archived)
            .map(factor => (
              <Menu.Item
                key={factor.id}
                leftSection={<IconStar size={16} stroke={1.8} aria-hidden />}
                onClick={() => void archive(factor)}
              >
                {factor.name}
              </Menu.Item>
            ))}
          <Menu.Item leftSection={<IconStar size={16} stroke={1.8} aria-hidden />} onClick={naming.open}>
            Something of my own
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isNaming} onClose={naming.close} title="Something of my own">
        <OwnThingForm
          label="What is it?"
          description="In your own words, such as “compression socks”."
          action="Follow it"
          isOpenAtFirst
          autoFocus
          onStore={async factor => {
            await add.mutateAsync(factor)
            naming.close()
          }}
        />
      </Modal>
    </>
  )
}
