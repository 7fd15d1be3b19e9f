/**
 * Switches off owner stacks, a quarter of the CPU time of these tests: React's development build captures a stack trace and
 * an async task for every element, which only its own warnings and developer tools read. A setup file of its own, because
 * React looks for `console.createTask` when it is imported.
 */
Reflect.deleteProperty(console, 'createTask')
const { default: React } = await import('react')

const internals: object = Reflect.get(
  React,
  '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
)
/** Owner stacks that React captures per second before it stops; its counter is held at this limit. */
const OWNER_STACK_LIMIT = 10_000

Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
  get: () => OWNER_STACK_LIMIT,
  set: () => {},
  // Setup files run once per test file, modules of a worker once.
  configurable: true,
})
