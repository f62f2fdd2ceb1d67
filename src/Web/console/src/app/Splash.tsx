import { Delayed } from '../common/Skeleton';
import { useT } from '../i18n/language';
import { Mark } from './Mark';

export function Splash() {
  const t = useT();
  return (
    <Delayed>
      <div className="splash" role="status">
        <Mark size={40} />
        <span className="sr-only">{t.app.loading}</span>
      </div>
    </Delayed>
  );
}
