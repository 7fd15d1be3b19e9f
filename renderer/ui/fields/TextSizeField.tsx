import { Input, SegmentedControl } from '@mantine/core'
import { textSizes, useTextSize } from '../components/text-size.ts'

/** Choice of the text size, which holds at once and everywhere. */
export function TextSizeField() {
  const [size, setSize] = useTextSize()
  return (
    <Input.Wrapper label="Text size" labelElement="div">
      <div>
        <SegmentedControl
          aria-label="Text size"
          mt={6}
          data={textSizes.map(one => ({ value: String(one), label: `${one}%` }))}
          value={String(size)}
          onChange={picked => {
            const chosen = textSizes.find(one => String(one) === picked)
            if (chosen !== undefined) setSize(chosen)
          }}
        />
      </div>
    </Input.Wrapper>
  )
}
