import { DisconnectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { errorText } from '../common/errorText';
import { RowsSkeleton } from '../common/Skeleton';
import { State } from '../common/State';
import { useT } from '../i18n/language';
import type { Loaded } from '../state/loaded';

/** Something that is fetched: bones, the reason why not, or what it is. */
export function Loading<T>({ of, children }: { of: Loaded<T>; children: (value: T) => ReactNode }) {
  const t = useT();
  if (of.value !== null) return children(of.value);
  if (of.error === null) return <RowsSkeleton rows={5} />;
  return (
    <State tone="alert" icon={<DisconnectOutlined />} text={errorText(of.error, t)} action={<Button onClick={of.reload}>{t.app.retry}</Button>} />
  );
}
