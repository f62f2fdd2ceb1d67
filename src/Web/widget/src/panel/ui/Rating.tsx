import { useState } from 'preact/hooks';
import { useAround } from './context';
import { Star } from './icons';

/** After the end: one to five, then if wanted a word. */
export function Rating({ score }: { score: number | null }) {
  const { t, actions } = useAround();
  const [chosen, setChosen] = useState(0);
  const [hover, setHover] = useState(0);
  const [comment, setComment] = useState('');
  if (score !== null) return <section class="card rate done" role="status"><Stars count={score} label={t.stars(score)} /><h3>{t.rateThanks}</h3></section>;
  const shown = hover || chosen;
  return (
    <section class="card rate">
      <h3 id="rate-title">{t.rateTitle}</h3>
      <div class="stars" role="radiogroup" aria-labelledby="rate-title" onPointerLeave={() => setHover(0)}>
        {t.rateNames.map((name, i) => (
          <label key={i} class={i < shown ? 'lit' : ''} onPointerEnter={() => setHover(i + 1)}>
            <input type="radio" name="score" value={i + 1} checked={chosen === i + 1} onChange={() => setChosen(i + 1)} aria-label={`${t.stars(i + 1)}, ${name}`} />
            <Star full={i < shown} />
          </label>
        ))}
      </div>
      <p class="soft">{shown > 0 ? t.rateNames[shown - 1] : t.rateHint}</p>
      {chosen > 0 && (
        <form onSubmit={(e) => { e.preventDefault(); actions.rate(chosen, comment.trim()); }}>
          <textarea class="comment" rows={2} maxLength={1000} placeholder={t.rateComment} aria-label={t.rateComment} value={comment} onInput={(e) => setComment(e.currentTarget.value)} />
          <button type="submit" class="primary">{t.rateSend}</button>
        </form>
      )}
    </section>
  );
}

function Stars({ count, label }: { count: number; label: string }) {
  return <div class="stars small" role="img" aria-label={label}>{[1, 2, 3, 4, 5].map((n) => <span key={n} class={n <= count ? 'lit' : ''}><Star full={n <= count} /></span>)}</div>;
}
