'use strict';

const SERVICES = ['profile-service', 'cycle-service', 'billing-service', 'audit-service'];
const BEARER = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: './lunaria token alice' };

/**
 * Every API takes the same token, so every one gets the same security scheme under the same name: a token pasted once
 * serves all services. Calls go to where this page came from, whatever servers a file names.
 */
function withToken(specification) {
  return {
    ...specification,
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    components: { ...specification.components, securitySchemes: { token: BEARER } },
    paths: Object.fromEntries(Object.entries(specification.paths ?? {}).map(([path, item]) => [path, unsecured(item)])),
  };
}

/** Drops each operation's own names of security schemes, so that the one above applies. */
function unsecured(item) {
  return Object.fromEntries(Object.entries(item).map(([method, operation]) => {
    const { security, ...rest } = Object(operation);
    return [method, Array.isArray(operation) || typeof operation !== 'object' ? operation : rest];
  }));
}

const tokenForAll = () => ({
  statePlugins: {
    spec: {
      wrapActions: {
        updateJsonSpec: (update) => (specification) => update(withToken(specification)),
      },
    },
  },
});

window.addEventListener('load', () => {
  SwaggerUIBundle({
    urls: SERVICES.map((name) => ({ name, url: `api/${name}.yaml` })),
    dom_id: '#api',
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    plugins: [tokenForAll],
    layout: 'StandaloneLayout',
    validatorUrl: null,
    queryConfigEnabled: false,
    persistAuthorization: false,
    tryItOutEnabled: true,
    displayRequestDuration: true,
  });
});
