package health.lunaria.launcher.demo;

import health.lunaria.launcher.Stack;

public final class Demo {
    public Demo(Stack stack) {}
    public int run() { return 0; }
}
