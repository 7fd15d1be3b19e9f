/** Routes that more than one screen links to. */
export const CRAMP_NOW_PATH = '/cramp-now'
/** The report as it goes to the printer, in a hidden window. */
export const PRINT_PATH = '/print'

/** Name in Today's address of the day whose open questions are shown in a sheet. */
export const FINISH_PARAMETER = 'finish'

/** Name in Today's address that opens the menu of kinds. */
export const ADD_PARAMETER = 'add'
/** Name in the report's address that prints it once. */
export const PRINT_PARAMETER = 'print'
/** Name in the address of Settings of the part that it opens on. */
export const PART_PARAMETER = 'part'
/** Parts of Settings that are linked to. */
export type SettingsPart = 'copies' | 'about'
export const getSettingsPath = (part: SettingsPart) => `/settings?${PART_PARAMETER}=${part}`

/** Guide pages, below the plan's route because the plan links to them. */
export const PLAN_PATH = '/plan'
export const RELIEF_PATH = '/plan/relief'
export const SYMPTOMS_PATH = '/plan/symptoms'
export const ABOUT_PATH = '/plan/about-cramps'
export const PURPOSE_PATH = '/plan/what-unknot-is-for'
export const THREATS_PATH = '/plan/what-is-protected'
export const ACCESSIBILITY_PATH = '/plan/accessibility'
export const METHOD_PATH = '/plan/how-it-is-worked-out'
export const LICENCES_PATH = '/plan/licences'
export const SOURCES_PATH = '/plan/sources'
