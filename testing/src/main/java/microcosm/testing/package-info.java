/// Test support shared by all rooms; start from {@link microcosm.testing.Seeds}.
package microcosm.testing;
