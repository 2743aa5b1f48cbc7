import { useEffect, useId, useRef, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Told when it is left; without it one stays until it is answered. */
  readonly onClose?: () => void;
}

/** A dialog over the page (对话框): the browser's own, which holds the focus and closes by Escape. Shown while it is drawn. */
export function Dialog({ title, children, onClose }: Props) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="head">
        <h2 id={id}>{title}</h2>
        {onClose ? (
          <div className="does">
            <button type="button" className="plain" onClick={onClose}>
              关闭
            </button>
          </div>
        ) : null}
      </div>
      {children}
    </dialog>
  );
}
