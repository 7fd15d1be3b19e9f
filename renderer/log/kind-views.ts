/** Icon and form of each kind. */
import {
  type Icon,
  IconApple,
  IconBolt,
  IconDroplet,
  IconMoon,
  IconPill,
  IconPills,
  IconRun,
  IconShoe,
  IconStar,
  IconStretching,
  IconSun,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { EntryKind } from '../../shared/kinds/kinds.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { CrampForm } from './CrampForm.tsx'
import { DayForm } from './DayForm.tsx'
import { DoseForm } from './DoseForm.tsx'
import { FluidForm } from './FluidForm.tsx'
import { FoodForm } from './FoodForm.tsx'
import { FootwearForm } from './FootwearForm.tsx'
import { MedicationForm } from './MedicationForm.tsx'
import { NightForm } from './NightForm.tsx'
import { OwnFactorForm } from './OwnFactorForm.tsx'
import type { RequestOf } from './requests.ts'
import { StretchForm } from './StretchForm.tsx'
import type { EntryFormProps } from './use-entry-form.ts'

interface KindView<Name extends EntryKind> {
  readonly Icon: Icon
  readonly Form: ComponentType<EntryFormProps<RequestOf<Name>>>
}

export const kindViews: { readonly [Name in EntryKind]: KindView<Name> } = {
  cramp: { Icon: IconBolt, Form: CrampForm },
  fluid: { Icon: IconDroplet, Form: FluidForm },
  footwear: { Icon: IconShoe, Form: FootwearForm },
  activity: { Icon: IconRun, Form: ActivityForm },
  stretch: { Icon: IconStretching, Form: StretchForm },
  food: { Icon: IconApple, Form: FoodForm },
  day: { Icon: IconSun, Form: DayForm },
  night: { Icon: IconMoon, Form: NightForm },
  medication: { Icon: IconPill, Form: MedicationForm },
  dose: { Icon: IconPills, Form: DoseForm },
  'own-factor': { Icon: IconStar, Form: OwnFactorForm },
}
