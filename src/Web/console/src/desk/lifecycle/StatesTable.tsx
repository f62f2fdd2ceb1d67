import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { stateCategories, type LifecycleSpec, type StateSpec } from '@grainline/client';
import { Button, Input, Radio, Select } from 'antd';
import type { Errors } from '../../admin/rules';
import { useT } from '../../i18n/language';
import { NamesCells } from './NamesCells';
import { renamed, withoutState } from './lifecycle.model';

interface Props {
  spec: LifecycleSpec;
  errors: Errors;
  onChange(spec: LifecycleSpec): void;
}

export function StatesTable({ spec, errors, onChange }: Props) {
  const t = useT();
  const put = (at: number, part: Partial<StateSpec>) => onChange({ ...spec, states: spec.states.map((s, i) => (i === at ? { ...s, ...part } : s)) });
  const free = () => {
    for (let n = spec.states.length + 1; ; n++) if (!spec.states.some((s) => s.id === `state${n}`)) return `state${n}`;
  };
  return (
    <section aria-label={t.desk.states}>
      <h3>{t.desk.states}</h3>
      <div className="table-scroll">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t.desk.first}</th>
              <th scope="col">{t.admin.id}</th>
              <th scope="col">{t.desk.nameIn(t.language.en)}</th>
              <th scope="col">{t.desk.nameIn(t.language['zh-CN'])}</th>
              <th scope="col">{t.desk.category}</th>
              <th scope="col" aria-label={t.admin.remove} />
            </tr>
          </thead>
          <tbody>
            {spec.states.map((s, i) => (
              <tr key={i}>
                <td>
                  <Radio
                    aria-label={`${t.desk.first}: ${s.id}`}
                    checked={spec.initial === s.id}
                    onChange={() => onChange({ ...spec, initial: s.id })}
                  />
                </td>
                <td>
                  <Input
                    aria-label={`${t.admin.id} ${i + 1}`}
                    status={errors[`states.${i}.id`] ? 'error' : ''}
                    title={errors[`states.${i}.id`]}
                    maxLength={64}
                    spellCheck={false}
                    value={s.id}
                    onChange={(e) => onChange(renamed(spec, i, e.target.value))}
                  />
                </td>
                <NamesCells of={s.id} names={s.names} error={errors[`states.${i}.en`]} onChange={(names) => put(i, { names })} />
                <td>
                  <Select
                    className="wide"
                    aria-label={`${t.desk.category}: ${s.id}`}
                    value={s.category}
                    options={stateCategories.map((c) => ({ value: c, label: t.tickets.categories[c] }))}
                    onChange={(category) => put(i, { category })}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    className="icon-button"
                    disabled={spec.states.length === 1 || spec.initial === s.id}
                    aria-label={`${t.admin.remove}: ${s.id}`}
                    onClick={() => onChange(withoutState(spec, s.id))}
                  >
                    <DeleteOutlined aria-hidden />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange({ ...spec, states: [...spec.states, { id: free(), category: 'open', names: { en: '', 'zh-CN': '' } }] })}
      >
        {t.desk.addState}
      </Button>
    </section>
  );
}
