import { HistoryOutlined } from '@ant-design/icons';
import { Button, Slider } from 'antd';
import { errorText } from '../../common/errorText';
import { fullTime } from '../../common/time';
import { useLanguage, useT } from '../../i18n/language';
import { fromLocal, toLocal } from '../localTime';
import { useTicket } from './context';
import type { AsOf } from './useAsOf';

/** Goes back in the ticket's time: by its entries with the slider, to any instant with the picker. A banner says that this is the past. */
export function AsOfBar({ asOf, open, onClose }: { asOf: AsOf; open: boolean; onClose(): void }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const { thread } = useTicket();
  if (!open && asOf.at === null) return null;
  const stops = [...new Set(thread.entries.map((e) => e.at))].sort();
  const at =
    asOf.at === null
      ? stops.length - 1
      : Math.max(
          0,
          stops.findLastIndex((s) => s <= (asOf.at ?? '')),
        );
  const leave = () => {
    asOf.go(null);
    onClose();
  };
  return (
    <section className="banner as-of" data-tone="calm" aria-label={t.history.label}>
      <HistoryOutlined aria-hidden />
      <span role="status">
        {asOf.at === null ? t.history.pick : asOf.error !== null ? errorText(asOf.error, t) : t.history.asOf(fullTime(asOf.at, language))}
      </span>
      <Slider
        className="as-of-slider"
        min={0}
        max={Math.max(1, stops.length - 1)}
        value={at}
        disabled={stops.length < 2}
        ariaLabelForHandle={t.history.label}
        tooltip={{ formatter: (i) => fullTime(stops[i ?? 0] ?? '', language) }}
        onChange={(i) => asOf.go(i >= stops.length - 1 ? null : (stops[i] ?? null))}
      />
      <input
        className="time"
        type="datetime-local"
        step={1}
        aria-label={t.history.instant}
        value={toLocal(asOf.at ?? '')}
        min={toLocal(new Date(asOf.from).toISOString())}
        onChange={(e) => asOf.go(fromLocal(e.target.value))}
      />
      <Button size="small" onClick={leave}>
        {t.history.now}
      </Button>
    </section>
  );
}
