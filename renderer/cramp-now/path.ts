export const CRAMP_NOW_PATH = '/cramp-now'
