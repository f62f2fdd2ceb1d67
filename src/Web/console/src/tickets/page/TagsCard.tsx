import { CloseOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../i18n/language';
import { useLink } from '../../state/workspace';
import { tagsIn } from '../tags';
import { useTicket } from './context';

/** Words to find it by. */
export function TagsCard() {
  const t = useT();
  const online = useLink() === 'online';
  const { view, frozen, act } = useTicket();
  const [text, setText] = useState('');
  const { good, bad } = tagsIn(text);
  async function add() {
    const fresh = good.filter((x) => !view.tags.includes(x));
    if (bad.length > 0) return;
    if (fresh.length === 0 || (await act([{ kind: 'addTags', tags: fresh }]))) setText('');
  }
  return (
    <section className="card" aria-label={t.tickets.columns.tags}>
      <h4>{t.tickets.columns.tags}</h4>
      <ul className="chips tag-list" aria-label={t.tickets.columns.tags}>
        {view.tags.map((tag) => (
          <li key={tag} className="chip">
            {tag}
            {!frozen && (
              <button
                type="button"
                className="plain"
                disabled={!online}
                aria-label={`${t.admin.remove}: ${tag}`}
                onClick={() => void act([{ kind: 'removeTags', tags: [tag] }])}
              >
                <CloseOutlined aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {!frozen && (
        <Input
          size="small"
          aria-label={t.ticket.addTag}
          placeholder={t.ticket.addTag}
          status={bad.length > 0 ? 'error' : ''}
          value={text}
          disabled={!online}
          onChange={(e) => setText(e.target.value)}
          onPressEnter={(e) => {
            if (!e.nativeEvent.isComposing) void add();
          }}
        />
      )}
      {bad.length > 0 && (
        <p className="field-error" role="alert">
          {t.ticket.badTag}
        </p>
      )}
    </section>
  );
}
