import type { OfferView } from '@grainline/client';
import { percent } from '../common/figure';
import { useLanguage, useT } from '../i18n/language';
import { PriorityChip } from '../queue/PriorityChip';
import { topicName } from '../queue/waitingRows';
import { languageName } from '../context/attributes';
import { useDirectory } from '../state/directory';

/** What helps to decide: topic, urgency, how well one's skills fit, what it takes of one's capacity. */
export function OfferFacts({ offer }: { offer: OfferView }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const c = offer.conversation;
  const queue = useDirectory((d) => d.queues.find((q) => q.queueId === c.queue));
  const topic = topicName(queue, c.topic);
  const match = offer.skillMatch ?? null;
  const weight = offer.work?.weight ?? 1;
  return (
    <p className="offer-facts">
      {c.priority && c.priority !== 'normal' && <PriorityChip priority={c.priority} />}
      {topic && <span className="chip">{topic}</span>}
      {match !== null && (
        <span className="chip" data-tone={match >= 0.8 ? 'accent' : match < 0.4 ? 'warn' : undefined}>
          {t.offer.match(percent(match, language))}
        </span>
      )}
      {c.language && <span className="chip">{languageName(c.language, language)}</span>}
      {weight > 1 && <span className="chip num">{t.offer.weight(weight)}</span>}
      {offer.work?.interruptible && <span className="chip">{t.offer.interruptible}</span>}
    </p>
  );
}
