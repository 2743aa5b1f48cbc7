import type { ThemeConfig } from 'antd';

/** How somebody wants to see the console; kept in the browser. */
export interface Look {
  readonly contrast: 'usual' | 'high';
  readonly size: 'usual' | 'large';
  readonly density: 'comfortable' | 'compact';
}

export const USUAL_LOOK: Look = { contrast: 'usual', size: 'usual', density: 'comfortable' };

/** The colours of style.css again, for the component library; one place would need a browser that can read both. */
const COLOURS = {
  usual: {
    ink: '#1f2329',
    quiet: '#57606b',
    line: '#c9ced6',
    blue: '#1d4f91',
    red: '#a61b1b',
    amber: '#855300',
    green: '#1c6b3c',
  },
  high: {
    ink: '#000000',
    quiet: '#2b2f36',
    line: '#5b626c',
    blue: '#0b3470',
    red: '#7d0d0d',
    amber: '#5c3800',
    green: '#0c4a26',
  },
} as const;

const FONT =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";

/** The one restrained theme, as the component library takes it. */
export function themeOf({ contrast, size, density }: Look): ThemeConfig {
  const { ink, quiet, line, blue, red, amber, green } = COLOURS[contrast];
  return {
    token: {
      fontFamily: FONT,
      fontSize: size === 'large' ? 18 : 14,
      controlHeight: (density === 'compact' ? 32 : 36) + (size === 'large' ? 8 : 0),
      borderRadius: 3,
      colorPrimary: blue,
      colorLink: blue,
      // The library would pale a link under the pointer, below the contrast that text needs.
      colorLinkHover: blue,
      colorLinkActive: blue,
      colorError: red,
      colorWarning: amber,
      colorSuccess: green,
      colorText: ink,
      colorTextSecondary: quiet,
      colorTextTertiary: quiet,
      colorTextQuaternary: quiet,
      colorTextDescription: quiet,
      colorTextPlaceholder: quiet,
      colorBorder: line,
      motion: false,
      wireframe: false,
    },
    components: {
      Button: { fontWeight: 400, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
}
