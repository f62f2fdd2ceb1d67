import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { FormSpec } from '@grainline/client';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useT } from '../../i18n/language';
import { fieldNames, widgets, type Widget } from '../../tickets/forms/form.model';
import { NamesCells } from '../lifecycle/NamesCells';
import { Choices } from './Choices';
import { hintOf, isRequired, kindOf, moved, withField, withHint, withKind, withoutField, withRequired } from './formSpec.model';

const fieldName = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

/** The fields of the first level as rows; what rows cannot say stands in the source. */
export function FieldsTable({ spec, onChange }: { spec: FormSpec; onChange(spec: FormSpec): void }) {
  const t = useT();
  const [name, setName] = useState('');
  const names = fieldNames(spec);
  const bad = name !== '' && (!fieldName.test(name) || names.includes(name));
  return (
    <>
      <div className="table-scroll">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t.desk.field}</th>
              <th scope="col">{t.desk.nameIn(t.language.en)}</th>
              <th scope="col">{t.desk.nameIn(t.language['zh-CN'])}</th>
              <th scope="col">{t.desk.control}</th>
              <th scope="col">{t.desk.requiredField}</th>
              <th scope="col">{t.desk.requesterSees}</th>
              <th scope="col" aria-label={t.admin.remove} />
            </tr>
          </thead>
          <tbody>
            {names.map((n, i) => {
              const kind = kindOf(spec, n);
              const hint = hintOf(spec, n);
              return (
                <tr key={n}>
                  <td>
                    <code>{n}</code>
                  </td>
                  <NamesCells of={n} names={hint.labels ?? {}} onChange={(labels) => onChange(withHint(spec, n, { labels }))} />
                  <td>
                    {kind === 'object' ? (
                      <span className="muted">{t.desk.inSource}</span>
                    ) : (
                      <Select<Widget>
                        className="wide"
                        aria-label={`${t.desk.control}: ${n}`}
                        value={kind}
                        options={widgets.map((w) => ({ value: w, label: t.desk.widgets[w] }))}
                        onChange={(w) => onChange(withKind(spec, n, w))}
                      />
                    )}
                    {['select', 'radio', 'checkboxes'].includes(kind) && <Choices spec={spec} name={n} onChange={onChange} />}
                  </td>
                  <td>
                    <Checkbox
                      aria-label={`${t.desk.requiredField}: ${n}`}
                      checked={isRequired(spec, n)}
                      onChange={(e) => onChange(withRequired(spec, n, e.target.checked))}
                    />
                  </td>
                  <td>
                    <Checkbox
                      aria-label={`${t.desk.requesterSees}: ${n}`}
                      checked={hint.requesterSees === true}
                      onChange={(e) => onChange(withHint(spec, n, { requesterSees: e.target.checked }))}
                    />
                  </td>
                  <td className="row-actions">
                    <button
                      type="button"
                      className="icon-button small"
                      disabled={i === 0}
                      aria-label={`${t.tickets.viewUp}: ${n}`}
                      onClick={() => onChange(moved(spec, n, -1))}
                    >
                      <ArrowUpOutlined aria-hidden />
                    </button>
                    <button
                      type="button"
                      className="icon-button small"
                      disabled={i === names.length - 1}
                      aria-label={`${t.tickets.viewDown}: ${n}`}
                      onClick={() => onChange(moved(spec, n, 1))}
                    >
                      <ArrowDownOutlined aria-hidden />
                    </button>
                    <button
                      type="button"
                      className="icon-button small"
                      aria-label={`${t.admin.remove}: ${n}`}
                      onClick={() => onChange(withoutField(spec, n))}
                    >
                      <DeleteOutlined aria-hidden />
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <form
        className="add-field"
        onSubmit={(e) => {
          e.preventDefault();
          if (name === '' || bad) return;
          onChange(withField(spec, name));
          setName('');
        }}
      >
        <Input
          aria-label={t.desk.fieldName}
          placeholder={t.desk.fieldName}
          status={bad ? 'error' : ''}
          maxLength={64}
          spellCheck={false}
          value={name}
          onChange={(e) => setName(e.target.value.trim())}
        />
        <Button htmlType="submit" icon={<PlusOutlined aria-hidden />} disabled={name === '' || bad}>
          {t.desk.addField}
        </Button>
      </form>
    </>
  );
}
