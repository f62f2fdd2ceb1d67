import { SafetyCertificateOutlined, UserOutlined } from '@ant-design/icons';
import type { ConversationView } from '@grainline/client';
import { Tooltip } from 'antd';
import { Avatar } from '../common/Avatar';
import { fullTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { DecisionsCard } from '../decisions/DecisionsCard';
import { ConversationTickets } from '../tickets/create/ConversationTickets';
import { StatusChip } from '../list/StatusChip';
import { PriorityChip } from '../queue/PriorityChip';
import { topicName } from '../queue/waitingRows';
import { useDirectory, useQueueName } from '../state/directory';
import { pageOf, languageName } from './attributes';
import { Copyable } from './Copyable';
import { Fact } from './Fact';

export function ContextPane({ view }: { view: ConversationView }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const queue = useQueueName(view.queue);
  const topic = topicName(
    useDirectory((d) => d.queues.find((q) => q.queueId === view.queue)),
    view.topic,
  );
  const { contact, ...attributes } = view.attributes;
  const { visitor } = view;
  const { page, rest } = pageOf(attributes);
  return (
    <div className="context-inner">
      <section className="card visitor" aria-label={t.context.visitor}>
        <Avatar name={visitor.name} size={52} />
        <div className="visitor-who">
          <h3 className="ellipsis">{visitor.name}</h3>
          <Tooltip title={visitor.verified ? t.context.verifiedHelp : t.context.unverifiedHelp}>
            <span className="chip" data-tone={visitor.verified ? 'accent' : undefined} tabIndex={0}>
              {visitor.verified ? <SafetyCertificateOutlined aria-hidden /> : <UserOutlined aria-hidden />}{' '}
              {visitor.verified ? t.context.verified : t.context.unverified}
            </span>
          </Tooltip>
        </div>
        <dl className="facts">
          {visitor.email && (
            <Fact label={t.context.email}>
              <a href={`mailto:${visitor.email}`}>{visitor.email}</a>
            </Fact>
          )}
          {contact && (
            <Fact label={t.context.contact}>
              <Copyable text={contact} />
            </Fact>
          )}
          {view.language && <Fact label={t.context.language}>{languageName(view.language, language)}</Fact>}
          <Fact label={t.context.visitorId}>
            <Copyable text={visitor.id} />
          </Fact>
        </dl>
      </section>
      {page && (
        <section className="card" aria-label={t.context.page}>
          <h4>{t.context.page}</h4>
          <a className="page-link" href={page} target="_blank" rel="noopener noreferrer nofollow">
            {page}
          </a>
        </section>
      )}
      <section className="card" aria-label={t.context.attributes}>
        <h4>{t.context.attributes}</h4>
        {rest.length === 0 ? (
          <p className="muted">{t.context.noAttributes}</p>
        ) : (
          <dl className="facts">
            {rest.map(([key, value]) => (
              <Fact key={key} label={key}>
                {value}
              </Fact>
            ))}
          </dl>
        )}
      </section>
      <section className="card" aria-label={t.context.facts}>
        <h4>{t.context.facts}</h4>
        <dl className="facts">
          <Fact label={t.context.status}>
            <StatusChip status={view.status} />
          </Fact>
          {view.subject && <Fact label={t.context.subject}>{view.subject}</Fact>}
          <Fact label={t.context.queue}>{queue}</Fact>
          {topic && <Fact label={t.classify.topic}>{topic}</Fact>}
          {view.priority && (
            <Fact label={t.classify.priority}>
              <PriorityChip priority={view.priority} />
            </Fact>
          )}
          <Fact label={t.context.assignee}>{view.assignee?.name ?? t.list.unassigned}</Fact>
          <Fact label={t.context.opened}>{fullTime(view.openedAt, language)}</Fact>
          {view.waitingSince && <Fact label={t.context.waited}>{fullTime(view.waitingSince, language)}</Fact>}
          {view.score !== null && <Fact label={t.context.rating}>{t.context.ratingOf(view.score)}</Fact>}
          <Fact label={t.context.id}>
            <Copyable text={view.conversationId} />
          </Fact>
        </dl>
      </section>
      <ConversationTickets visitorId={visitor.id} />
      <DecisionsCard key={view.conversationId} view={view} />
    </div>
  );
}
