package health.lunaria.gateway.upstream;

import java.security.KeyStore;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;

/** The factory that hands out one trust manager: Vert.x's own needs a logging library that is not here. */
final class SingleTrust extends TrustManagerFactory {

    SingleTrust(TrustManager manager) {
        super(new Only(manager), null, "single");
    }

    private static final class Only extends TrustManagerFactorySpi {
        private final TrustManager manager;

        Only(TrustManager manager) {
            this.manager = manager;
        }

        @Override
        protected void engineInit(KeyStore ignored) {
            throw new UnsupportedOperationException("the trust manager is there already");
        }

        @Override
        protected void engineInit(ManagerFactoryParameters ignored) {
            throw new UnsupportedOperationException("the trust manager is there already");
        }

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {manager};
        }
    }
}
