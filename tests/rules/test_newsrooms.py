"""The newsroom policies that rules name."""

from attribution.rules.catalogue import catalogue
from attribution.rules.newsrooms import newsroom_policies


def test_every_policy_that_a_rule_names_is_described_and_no_other() -> None:
    assert {key for rule in catalogue().values() for key in rule.policies} == set(newsroom_policies())


def test_descriptions_are_complete_and_each_key_stands_once() -> None:
    policies = list(newsroom_policies().values())
    assert [policy.key for policy in policies] == sorted(policy.key for policy in policies)
    assert all(policy.asks.endswith(".") and policy.issuer and policy.document and policy.read for policy in policies)
    assert len({policy.asks for policy in policies}) == len(policies)
