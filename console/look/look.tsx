import App from 'antd/es/app';
import ConfigProvider from 'antd/es/config-provider';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { themeOf, USUAL_LOOK, type Look } from './theme.ts';

dayjs.locale('zh-cn');

const PLACE = 'fadu-look';

function readLook(): Look {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Look>;
    return { ...USUAL_LOOK, ...kept };
  } catch {
    return USUAL_LOOK;
  }
}

const LookContext = createContext<readonly [Look, (look: Look) => void]>([USUAL_LOOK, () => undefined]);

export function useLook(): readonly [Look, (look: Look) => void] {
  return useContext(LookContext);
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Theme, language and density of everything inside. */
export function LookProvider({ children }: { readonly children: ReactNode }) {
  const [look, setLook] = useState(readLook);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['contrast'] = look.contrast;
    dataset['size'] = look.size;
    dataset['density'] = look.density;
    localStorage.setItem(PLACE, JSON.stringify(look));
  }, [look]);
  return (
    <LookContext.Provider value={[look, setLook]}>
      <ConfigProvider
        csp={{ nonce }}
        locale={zhCN}
        theme={themeOf(look)}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App message={{ maxCount: 2, duration: 4 }}>{children}</App>
      </ConfigProvider>
    </LookContext.Provider>
  );
}
