import { useLook } from '../../look/look.tsx';
import type { Look } from '../../look/theme.ts';
import { Section } from './small-form.tsx';

const CHOICES: readonly {
  readonly key: keyof Look;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
}[] = [
  {
    key: 'size',
    label: '字号',
    options: [
      ['usual', '标准'],
      ['large', '大字'],
    ],
  },
  {
    key: 'contrast',
    label: '颜色',
    options: [
      ['usual', '标准'],
      ['high', '高对比'],
    ],
  },
  {
    key: 'density',
    label: '疏密',
    options: [
      ['comfortable', '宽松'],
      ['compact', '紧凑'],
    ],
  },
];

/** 显示: size of the letters, contrast, density; kept in this browser. */
export function LookChoices() {
  const [look, setLook] = useLook();
  return (
    <Section title="显示">
      <div className="form">
        {CHOICES.map(({ key, label, options }) => (
          <fieldset key={key}>
            <legend className="label">{label}</legend>
            <div className="choices">
              {options.map(([value, word]) => (
                <label key={value}>
                  <input
                    type="radio"
                    name={key}
                    checked={look[key] === value}
                    onChange={() => setLook({ ...look, [key]: value })}
                  />
                  {word}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Section>
  );
}
