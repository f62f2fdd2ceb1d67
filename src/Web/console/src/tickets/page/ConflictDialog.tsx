import type { TicketAction, TicketThread } from '@grainline/client';
import { Modal } from 'antd';
import { useT } from '../../i18n/language';
import { ChangeList } from './ChangeList';
import { crossing } from './conflict.model';

interface Props {
  thread: TicketThread;
  actions: TicketAction[];
  base: number;
  decide(again: boolean): void;
}

/** Somebody was faster: what they have changed, and whether one's own change shall go over it. */
export function ConflictDialog({ thread, actions, base, decide }: Props) {
  const t = useT();
  const entries = thread.entries.filter((e) => e.seq > base && e.changes.length > 0);
  const theirs = crossing(actions, entries, base);
  const who = [...new Set(entries.map((e) => e.by.name))].join(', ');
  return (
    <Modal
      open
      centered
      width={520}
      title={t.conflict.title}
      onCancel={() => decide(false)}
      onOk={() => decide(true)}
      okText={t.conflict.mine}
      cancelText={t.conflict.theirs}
    >
      <div className="dialog-form">
        <p>{t.conflict.text(who)}</p>
        <ChangeList changes={theirs.length > 0 ? theirs : entries.flatMap((e) => e.changes)} team={thread.view?.team ?? ''} />
      </div>
    </Modal>
  );
}
