import { useT } from '../../i18n/language';
import { FactsCard } from './FactsCard';
import { FieldsCard } from './FieldsCard';
import { FilesCard } from './FilesCard';
import { LinksCard } from './LinksCard';
import { SlaCard } from './SlaCard';
import { TagsCard } from './TagsCard';
import { WatchersCard } from './WatchersCard';

/** What the ticket is, beside what was said. */
export function SideCards() {
  const t = useT();
  return (
    <aside className="ticket-side" aria-label={t.context.label}>
      <SlaCard />
      <FieldsCard />
      <FactsCard />
      <TagsCard />
      <LinksCard />
      <FilesCard />
      <WatchersCard />
    </aside>
  );
}
