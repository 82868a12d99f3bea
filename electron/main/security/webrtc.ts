import type { WebContents } from 'electron';

/** The page's policy cannot stop a peer connection from looking for addresses; without a proxy this leaves it none. */
export const WEBRTC_POLICY = 'disable_non_proxied_udp';

export const denyWebrtc = (contents: WebContents): void => contents.setWebRTCIPHandlingPolicy(WEBRTC_POLICY);
