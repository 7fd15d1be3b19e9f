/** A rope whose one crossing comes undone: to a topologist an unknot. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--mantine-primary-color-filled)" />
      <g stroke="var(--mantine-primary-color-contrast)" strokeWidth="2.6" strokeLinecap="round">
        <path d="M14.1 18.3C11.6 21.4 6.5 21.5 6.5 16s5.600-6 9.500 0 9.500 5.500 9.500 0-5.100-5.400-7.600-2.300" />
      </g>
    </svg>
  )
}
