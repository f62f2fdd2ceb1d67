import { TagOutlined } from '@ant-design/icons';
import type { ConversationView } from '@grainline/client';
import { App, Dropdown, type MenuProps } from 'antd';
import { errorText } from '../common/errorText';
import { useT } from '../i18n/language';
import { PriorityChip, priorities } from '../queue/PriorityChip';
import { topicName } from '../queue/waitingRows';
import { useDirectory } from '../state/directory';
import { useWorkspace } from '../state/workspace';

/** What a conversation is about and how urgent it is; both may be changed here. */
export function Classify({ view, enabled }: { view: ConversationView; enabled: boolean }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { message } = App.useApp();
  const queue = useDirectory((d) => d.queues.find((q) => q.queueId === view.queue));
  const topic = topicName(queue, view.topic);
  const topics = queue?.profile.topics ?? [];
  const set = (to: Parameters<typeof agent.classify>[1]) => {
    agent.classify(view.conversationId, to).catch((error: unknown) => message.error(errorText(error, t)));
  };
  const shown = (
    <>
      {topic && <span className="ellipsis">{topic}</span>}
      {view.priority && <PriorityChip priority={view.priority} />}
    </>
  );
  if (!enabled) return shown;
  const items: MenuProps['items'] = [
    ...(topics.length > 0
      ? [
          {
            type: 'group' as const,
            label: t.classify.topic,
            children: topics.map((x) => ({ key: `topic ${x.id}`, label: x.name, onClick: () => set({ topic: x.id }) })),
          },
        ]
      : []),
    {
      type: 'group',
      label: t.classify.priority,
      children: priorities.map((p) => ({ key: `priority ${p}`, label: t.queues.priorities[p], onClick: () => set({ priority: p }) })),
    },
  ];
  const selectedKeys = [`topic ${view.topic ?? ''}`, `priority ${view.priority ?? ''}`];
  return (
    <Dropdown menu={{ items, selectedKeys }} trigger={['click']}>
      <button type="button" className="plain chip-button classify" aria-label={t.classify.label} title={t.classify.label}>
        <TagOutlined aria-hidden /> {topic || view.priority ? shown : <span className="wide-only">{t.classify.none}</span>}
      </button>
    </Dropdown>
  );
}
