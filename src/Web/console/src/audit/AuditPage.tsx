import { DisconnectOutlined, FileSearchOutlined, LockOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import '../styles/admin.css';
import '../styles/tickets.css';
import { errorText } from '../common/errorText';
import { Page } from '../common/Page';
import { RowsSkeleton } from '../common/Skeleton';
import { State } from '../common/State';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { useDirectory } from '../state/directory';
import { useWorkspace } from '../state/workspace';
import { AuditList } from './AuditList';
import { today, dayBefore, useAudit } from './useAudit';

/** What one person did to tickets between two days; for those who oversee. */
export default function AuditPage() {
  const t = useT();
  const { agent, senior } = useWorkspace();
  const { agents, refresh } = useDirectory();
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState(() => dayBefore(today(), 7));
  const [to, setTo] = useState(today);
  const audit = useAudit(person, from, to);
  useEffect(() => void refresh(agent), [agent, refresh]);
  if (!senior)
    return (
      <Page title={t.rail.audit}>
        <State icon={<LockOutlined />} title={t.overview.noPermissionTitle} text={t.overview.noPermission} />
      </Page>
    );
  const wrongDates = from > to;
  const day = (label: string, value: string, set: (day: string) => void, error?: string) => (
    <Field label={label} error={error}>
      {(p) => (
        <input
          id={p.id}
          aria-invalid={p['aria-invalid']}
          aria-describedby={p['aria-describedby']}
          type="date"
          className="time"
          value={value}
          onChange={(e) => set(e.target.value)}
        />
      )}
    </Field>
  );
  return (
    <Page title={t.rail.audit}>
      <div className="overview-body">
        <div className="field-row audit-filters" role="search">
          <Field label={t.audit.person} help={t.audit.personHelp}>
            {(p) => (
              <Select
                {...p}
                showSearch={{ optionFilterProp: 'label' }}
                value={person}
                placeholder={t.audit.pick}
                options={agents.map((a) => ({ value: a.agentId, label: a.name }))}
                onChange={setPerson}
              />
            )}
          </Field>
          {day(t.audit.from, from, setFrom)}
          {day(t.audit.to, to, setTo, wrongDates ? t.audit.wrongDates : undefined)}
        </div>
        {person === null ? (
          <State icon={<FileSearchOutlined />} text={t.audit.pickText} />
        ) : audit.error !== null ? (
          <State
            tone="alert"
            icon={<DisconnectOutlined />}
            text={errorText(audit.error, t)}
            action={<Button onClick={audit.retry}>{t.app.retry}</Button>}
          />
        ) : audit.items.length === 0 ? (
          audit.loading ? (
            <RowsSkeleton />
          ) : (
            <State icon={<FileSearchOutlined />} title={t.audit.noneTitle} text={t.audit.none} />
          )
        ) : (
          <>
            <AuditList items={audit.items} />
            {audit.next !== null && (
              <Button loading={audit.loading} onClick={audit.more}>
                {t.list.more}
              </Button>
            )}
          </>
        )}
      </div>
    </Page>
  );
}
