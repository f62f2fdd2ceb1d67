import { Alert } from 'antd';

/** What the server has against it, in its own words: they name the place. */
export function Fault({ text }: { text: string | null }) {
  return text === null ? null : <Alert className="desk-fault" type="error" showIcon role="alert" title={text} />;
}
