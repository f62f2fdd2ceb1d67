import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { DeskView, TicketAction } from '@grainline/client';
import { Button, Dropdown } from 'antd';
import type { Errors } from '../admin/rules';
import { useT } from '../i18n/language';
import { ActionFields } from './ActionFields';
import { macroKinds, newAction } from './actions.model';

interface Props {
  desk: DeskView;
  value: readonly TicketAction[];
  errors: Errors;
  onChange(next: TicketAction[]): void;
}

/** Actions in the order in which they happen. */
export function ActionList({ desk, value, errors, onChange }: Props) {
  const t = useT();
  const swap = (a: number, b: number) => onChange(value.map((x, i) => (i === a ? (value[b] ?? x) : i === b ? (value[a] ?? x) : x)));
  return (
    <>
      {value.map((action, i) => (
        <fieldset key={i} className="sub-form">
          <legend className="sub-form-title">
            {i + 1}. {t.desk.actionKinds[action.kind]}
          </legend>
          <ActionFields desk={desk} value={action} onChange={(next) => onChange(value.map((x, at) => (at === i ? next : x)))} />
          {errors[String(i)] && (
            <p className="field-error" role="alert">
              {errors[String(i)]}
            </p>
          )}
          <div className="form-actions">
            <button
              type="button"
              className="icon-button"
              disabled={i === 0}
              aria-label={`${t.tickets.viewUp}: ${i + 1}`}
              onClick={() => swap(i, i - 1)}
            >
              <ArrowUpOutlined aria-hidden />
            </button>
            <button
              type="button"
              className="icon-button"
              disabled={i === value.length - 1}
              aria-label={`${t.tickets.viewDown}: ${i + 1}`}
              onClick={() => swap(i, i + 1)}
            >
              <ArrowDownOutlined aria-hidden />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={`${t.admin.remove}: ${i + 1}`}
              onClick={() => onChange(value.filter((_, at) => at !== i))}
            >
              <DeleteOutlined aria-hidden />
            </button>
          </div>
        </fieldset>
      ))}
      <Dropdown
        trigger={['click']}
        menu={{
          items: macroKinds.map((kind) => ({ key: kind, label: t.desk.actionKinds[kind], onClick: () => onChange([...value, newAction(kind)]) })),
        }}
      >
        <Button icon={<PlusOutlined aria-hidden />}>{t.desk.addAction}</Button>
      </Dropdown>
    </>
  );
}
