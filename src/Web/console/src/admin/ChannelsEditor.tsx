import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ChannelWork } from '@grainline/client';
import { AutoComplete, Button, Checkbox } from 'antd';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { NumberField } from './NumberField';
import type { Errors } from './rules';

const usual = ['web', 'email', 'wechat', 'whatsapp'];

/** How much of an agent a conversation takes, by channel. */
export function ChannelsEditor({ value, errors, onChange }: { value: ChannelWork[]; errors: Errors; onChange(next: ChannelWork[]): void }) {
  const t = useT();
  const put = (at: number, change: Partial<ChannelWork>) => onChange(value.map((v, i) => (i === at ? { ...v, ...change } : v)));
  return (
    <>
      {value.length === 0 && <p className="muted">{t.admin.oneSlot}</p>}
      {value.map((c, i) => (
        <div key={i} className="field-row">
          <Field label={t.admin.channel} error={errors[`channels.${i}.channel`]}>
            {(p) => <AutoComplete {...p} value={c.channel} options={usual.map((x) => ({ value: x }))} onChange={(channel) => put(i, { channel })} />}
          </Field>
          <NumberField
            label={t.admin.weight}
            unit={t.admin.slots}
            value={c.work.weight}
            error={errors[`channels.${i}.weight`]}
            onChange={(weight) => put(i, { work: { ...c.work, weight: weight ?? 0 } })}
          />
          <Checkbox checked={c.work.interruptible} onChange={(e) => put(i, { work: { ...c.work, interruptible: e.target.checked } })}>
            {t.offer.interruptible}
          </Checkbox>
          <button
            type="button"
            className="icon-button"
            aria-label={`${t.admin.remove}: ${c.channel}`}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            <DeleteOutlined aria-hidden />
          </button>
        </div>
      ))}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...value, { channel: '', work: { weight: 1, interruptible: false } }])}>
        {t.admin.addChannel}
      </Button>
    </>
  );
}
