import { SoundOutlined } from '@ant-design/icons';

export const MuteIcon = () => (
  <span className="struck" aria-hidden="true">
    <SoundOutlined />
  </span>
);
