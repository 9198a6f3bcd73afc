import { refuseUnknown } from "../../../lib/api/route.ts";

export const [GET, POST, PUT, PATCH, DELETE] = Array.from({ length: 5 }, () => refuseUnknown);
