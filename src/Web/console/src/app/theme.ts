import { theme as antd, type ThemeConfig } from 'antd';

export type Scheme = 'light' | 'dark';

const light = {
  accent: '#0f6e63',
  text: '#1d2321',
  muted: '#5d6663',
  hover: '#f3f2ee',
  selected: '#e9f2f0',
  line: '#e4e3de',
  canvas: '#f6f5f1',
  panel: '#ffffff',
  raised: '#ffffff',
  ok: '#23804a',
  warn: '#8a4f00',
  bad: '#c0322b',
};
const dark = {
  accent: '#4fb9a9',
  text: '#e6e9e7',
  muted: '#9ba5a1',
  hover: '#262c2a',
  selected: '#21302d',
  line: '#2d3331',
  canvas: '#121514',
  panel: '#191d1c',
  raised: '#212625',
  ok: '#56c084',
  warn: '#e0a446',
  bad: '#f2786f',
};

/** The same palette as styles/tokens.css, for what Ant Design paints itself. */
export function themeFor(scheme: Scheme): ThemeConfig {
  const c = scheme === 'dark' ? dark : light;
  return {
    algorithm: scheme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: c.accent,
      colorInfo: c.accent,
      colorLink: c.accent,
      colorSuccess: c.ok,
      colorWarning: c.warn,
      colorError: c.bad,
      colorText: c.text,
      colorTextSecondary: c.muted,
      colorTextDescription: c.muted,
      colorBorder: c.line,
      colorBorderSecondary: c.line,
      colorBgLayout: c.canvas,
      colorBgContainer: c.panel,
      colorBgElevated: c.raised,
      colorTextPlaceholder: c.muted,
      controlItemBgActive: c.selected,
      controlItemBgActiveHover: c.selected,
      controlItemBgHover: c.hover,
      borderRadius: 8,
      borderRadiusLG: 12,
      borderRadiusSM: 6,
      controlHeight: 34,
      controlHeightSM: 28,
      controlHeightLG: 42,
      fontSize: 14,
      wireframe: false,
      fontFamily: 'var(--font)',
      boxShadow: 'var(--shadow-2)',
      boxShadowSecondary: 'var(--shadow-3)',
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.2s',
    },
    components: {
      Button: {
        fontWeight: 550,
        primaryColor: scheme === 'dark' ? '#0c1715' : '#ffffff',
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Input: { activeShadow: '0 0 0 3px var(--focus-soft)' },
      Tooltip: { fontSize: 12 },
      Table: { headerBg: 'transparent', headerSplitColor: 'transparent', cellPaddingInline: 16, headerColor: c.muted, cellPaddingBlock: 12 },
    },
  };
}
