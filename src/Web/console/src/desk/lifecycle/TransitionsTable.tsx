import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { stateEvents, stateGuards, type LifecycleSpec, type StaffRole, type TransitionSpec } from '@grainline/client';
import { Button, Input, InputNumber, Select } from 'antd';
import type { Errors } from '../../admin/rules';
import { useLanguage, useT } from '../../i18n/language';
import { nameIn } from '../../state/desk';
import { NamesCells } from './NamesCells';

interface Props {
  spec: LifecycleSpec;
  errors: Errors;
  onChange(spec: LifecycleSpec): void;
}

const roles: StaffRole[] = ['agent', 'supervisor', 'admin'];

export function TransitionsTable({ spec, errors, onChange }: Props) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const put = (at: number, part: Partial<TransitionSpec>) =>
    onChange({ ...spec, transitions: spec.transitions.map((x, i) => (i === at ? { ...x, ...part } : x)) });
  const states = spec.states.map((s) => ({ value: s.id, label: nameIn(s.names, language, s.id) || s.id }));
  const bad = (key: string) => ({ status: (errors[key] ? 'error' : '') as 'error' | '', title: errors[key] });
  return (
    <section aria-label={t.desk.transitions}>
      <h3>{t.desk.transitions}</h3>
      <div className="table-scroll">
        <table className="desk-table transitions">
          <thead>
            <tr>
              <th scope="col">{t.desk.from}</th>
              <th scope="col">{t.desk.to}</th>
              <th scope="col">{t.desk.trigger}</th>
              <th scope="col">{t.desk.nameIn(t.language.en)}</th>
              <th scope="col">{t.desk.nameIn(t.language['zh-CN'])}</th>
              <th scope="col">{t.desk.happensOn}</th>
              <th scope="col">{t.desk.guards}</th>
              <th scope="col">{t.desk.roles}</th>
              <th scope="col" aria-label={t.admin.remove} />
            </tr>
          </thead>
          <tbody>
            {spec.transitions.map((x, i) => (
              <tr key={i}>
                <td>
                  <Select
                    className="wide"
                    mode="multiple"
                    aria-label={`${t.desk.from}: ${x.trigger}`}
                    placeholder={t.desk.anyState}
                    {...bad(`transitions.${i}.from`)}
                    value={x.from}
                    options={states.filter((s) => s.value !== x.to)}
                    onChange={(from) => put(i, { from })}
                  />
                </td>
                <td>
                  <Select
                    className="wide"
                    aria-label={`${t.desk.to}: ${x.trigger}`}
                    {...bad(`transitions.${i}.to`)}
                    value={x.to}
                    options={states}
                    onChange={(to) => put(i, { to })}
                  />
                </td>
                <td>
                  <Input
                    aria-label={`${t.desk.trigger} ${i + 1}`}
                    {...bad(`transitions.${i}.trigger`)}
                    maxLength={64}
                    spellCheck={false}
                    value={x.trigger}
                    onChange={(e) => put(i, { trigger: e.target.value })}
                  />
                </td>
                <NamesCells of={x.trigger} names={x.names} error={errors[`transitions.${i}.en`]} onChange={(names) => put(i, { names })} />
                <td>
                  <Select
                    className="wide"
                    aria-label={`${t.desk.happensOn}: ${x.trigger}`}
                    value={x.on}
                    options={stateEvents.map((e) => ({ value: e, label: t.desk.events[e] }))}
                    onChange={(on) => put(i, { on, afterSeconds: on === 'timePassed' ? (x.afterSeconds ?? 86_400) : null })}
                  />
                  {x.on === 'timePassed' && (
                    <InputNumber<number>
                      className="number"
                      aria-label={`${t.desk.afterMinutes}: ${x.trigger}`}
                      {...bad(`transitions.${i}.after`)}
                      controls={false}
                      suffix={t.desk.min}
                      value={x.afterSeconds === null ? null : x.afterSeconds / 60}
                      onChange={(n) => put(i, { afterSeconds: n === null ? null : Math.round(n * 60) })}
                    />
                  )}
                </td>
                <td>
                  <Select
                    className="wide"
                    mode="multiple"
                    aria-label={`${t.desk.guards}: ${x.trigger}`}
                    value={x.guards ?? []}
                    options={stateGuards.map((g) => ({ value: g, label: t.desk.guardNames[g] }))}
                    onChange={(guards) => put(i, { guards: guards.length === 0 ? null : guards })}
                  />
                </td>
                <td>
                  <Select
                    className="wide"
                    mode="multiple"
                    aria-label={`${t.desk.roles}: ${x.trigger}`}
                    placeholder={t.desk.everyAgent}
                    value={x.roles}
                    options={roles.map((r) => ({ value: r, label: t.rail.roles[r] }))}
                    onChange={(chosen) => put(i, { roles: chosen })}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={`${t.admin.remove}: ${x.trigger}`}
                    onClick={() => onChange({ ...spec, transitions: spec.transitions.filter((_, at) => at !== i) })}
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
        onClick={() =>
          onChange({
            ...spec,
            transitions: [
              ...spec.transitions,
              {
                from: [spec.initial],
                trigger: '',
                to: spec.states.find((s) => s.id !== spec.initial)?.id ?? spec.initial,
                names: { en: '' },
                on: 'none',
                roles: [],
                guards: null,
                afterSeconds: null,
              },
            ],
          })
        }
      >
        {t.desk.addTransition}
      </Button>
    </section>
  );
}
