import { DisconnectOutlined, LockOutlined, SearchOutlined } from '@ant-design/icons';
import { ErrorCode, GrainlineError, type ConversationThread } from '@grainline/client';
import { Button } from 'antd';
import { errorText } from '../common/errorText';
import { State } from '../common/State';
import { useT } from '../i18n/language';
import { useUi } from '../state/ui';

export function ThreadError({ thread }: { thread: ConversationThread }) {
  const t = useT();
  const select = useUi((s) => s.select);
  const error = GrainlineError.from(thread.error);
  const back = <Button onClick={() => select(null)}>{t.thread.back}</Button>;
  if (error.code === ErrorCode.conversationNotFound)
    return <State icon={<SearchOutlined />} title={t.thread.notFoundTitle} text={t.thread.notFound} action={back} />;
  if (error.code === ErrorCode.forbidden || error.code === ErrorCode.notYourConversation)
    return <State icon={<LockOutlined />} title={t.overview.noPermissionTitle} text={errorText(error, t)} action={back} />;
  return (
    <State
      tone="alert"
      icon={<DisconnectOutlined />}
      title={t.thread.error}
      text={errorText(error, t)}
      action={<Button onClick={() => void thread.sync()}>{t.app.retry}</Button>}
    />
  );
}
