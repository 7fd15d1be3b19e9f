/**
 * Switches off owner stacks, a quarter of the CPU time of these tests: React's development build captures a stack trace for
 * every element, which only its own warnings and developer tools read. It stops by itself once its counter is at the limit.
 */
import React from 'react'

/** Owner stacks that React captures per second. */
const LIMIT = 10_000

const internals: object = Reflect.get(
  React,
  '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
)
Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { get: () => LIMIT, set: () => {} })
