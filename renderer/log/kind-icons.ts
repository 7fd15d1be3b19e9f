import {
  type Icon,
  IconApple,
  IconBolt,
  IconDroplet,
  IconMoon,
  IconPill,
  IconRun,
  IconShoe,
  IconStretching,
  IconSun,
} from '@tabler/icons-react'
import type { EntryKind } from '../../shared/kinds/entry.ts'

export const kindIcons: Record<EntryKind, Icon> = {
  cramp: IconBolt,
  fluid: IconDroplet,
  footwear: IconShoe,
  activity: IconRun,
  stretch: IconStretching,
  food: IconApple,
  day: IconSun,
  night: IconMoon,
  medication: IconPill,
}
