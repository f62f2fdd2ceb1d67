import {
  ArrowLeftOutlined,
  CheckCircleOutlined,
  InfoCircleOutlined,
  PauseCircleOutlined,
  PlayCircleOutlined,
  SwapOutlined,
  TagsOutlined,
} from '@ant-design/icons';
import type { ConversationView } from '@grainline/client';
import { Button, Tooltip } from 'antd';
import { opening, span } from '../common/time';
import { WaitTimer } from '../common/WaitTimer';
import { useMedia } from '../common/useMedia';
import { useLanguage, useT } from '../i18n/language';
import { rowFor } from '../list/rowFor';
import { StatusChip } from '../list/StatusChip';
import { useQueueName } from '../state/directory';
import { useUi } from '../state/ui';
import { useWorkspace } from '../state/workspace';
import { useActions } from './actions';
import { Classify } from './Classify';

export function ThreadHeader({ view }: { view: ConversationView }) {
  const t = useT();
  const { select, details, setDetails, open } = useUi();
  const language = useLanguage((s) => s.language);
  const queue = useQueueName(view.queue);
  const { can, transfer, toggleHold, resolve } = useActions(view);
  const roomy = useMedia('(min-width: 1180px)');
  const { waiting } = rowFor(view, useWorkspace().agent);
  const held = view.status === 'onHold';
  const action = (label: string, key: string, icon: React.ReactNode, enabled: boolean, run: () => void, primary = false) => (
    <Tooltip title={`${label} (${key})`} mouseEnterDelay={0.4}>
      <Button icon={icon} disabled={!enabled} onClick={run} type={primary ? 'primary' : 'default'} aria-label={label} aria-keyshortcuts={key}>
        {roomy || primary ? label : null}
      </Button>
    </Tooltip>
  );
  return (
    <header className="thread-head">
      <button type="button" className="icon-button thread-back" aria-label={t.thread.back} onClick={() => select(null)}>
        <ArrowLeftOutlined aria-hidden />
      </button>
      <div className="thread-title">
        <div className="thread-name">
          <h2 className="ellipsis">{view.visitor.name}</h2>
          <Classify view={view} enabled={can.classify} />
        </div>
        <p className="thread-facts">
          <StatusChip status={view.status} />
          <span className="ellipsis">
            {queue}
            {view.assignee && ` · ${view.assignee.name}`}
          </span>
          {view.opensAt && <span className="chip">{t.queues.opens(opening(view.opensAt, language))}</span>}
          {view.position !== null && (
            <span className="num">
              {t.thread.position(view.position)}
              {view.etaSeconds !== null && `, ${t.thread.eta(span(view.etaSeconds * 1000, t))}`}
            </span>
          )}
          {waiting && <WaitTimer since={waiting} />}
        </p>
      </div>
      <div className="thread-actions" role="toolbar" aria-label={t.thread.actions}>
        {action(t.actions.transfer, 'T', <SwapOutlined aria-hidden />, can.transfer, transfer)}
        {action(
          held ? t.actions.resume : t.actions.hold,
          'H',
          held ? <PlayCircleOutlined aria-hidden /> : <PauseCircleOutlined aria-hidden />,
          can.hold || can.resume,
          toggleHold,
        )}
        {action(t.actions.resolve, 'E', <CheckCircleOutlined aria-hidden />, can.resolve, resolve, true)}
        <Tooltip title={t.tickets.fromConversation} mouseEnterDelay={0.4}>
          <button type="button" className="icon-button" aria-label={t.tickets.fromConversation} onClick={() => open('ticket')}>
            <TagsOutlined aria-hidden />
          </button>
        </Tooltip>
        <Tooltip title={details ? t.context.hide : t.context.show} mouseEnterDelay={0.4}>
          <button
            type="button"
            className="icon-button"
            aria-pressed={details}
            aria-label={details ? t.context.hide : t.context.show}
            onClick={() => setDetails(!details)}
          >
            <InfoCircleOutlined aria-hidden />
          </button>
        </Tooltip>
      </div>
    </header>
  );
}
