import type { App, Session } from 'electron';

/** What the page may ask the browser for: nothing. */
export const permitted = (_permission: string): boolean => false;

/** Camera, microphone, place, notifications, clipboard, USB, serial, HID, Bluetooth, screen: asked, checked or offered, the answer is no. */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permitted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => permitted(permission));
  session.setDevicePermissionHandler(() => permitted('device'));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
};

/** No server is ever spoken to: no certificate is forgiven, none is presented, no password is asked. */
export const denyCredentials = (app: App): void => {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
};
