import { LockOutlined } from '@ant-design/icons';
import type { GrainlineError } from '@grainline/client';
import { Button } from 'antd';
import { errorText } from '../../common/errorText';
import { State } from '../../common/State';
import { useT } from '../../i18n/language';
import { useUi } from '../../state/ui';

export function TicketError({ error }: { error: GrainlineError }) {
  const t = useT();
  const openTicket = useUi((s) => s.openTicket);
  return (
    <State
      tone="alert"
      icon={<LockOutlined />}
      title={t.ticket.notFoundTitle}
      text={error.code === 600 ? t.ticket.notFound : errorText(error, t)}
      action={<Button onClick={() => openTicket(null)}>{t.thread.back}</Button>}
    />
  );
}
