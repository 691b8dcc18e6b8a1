ssh node01
sudo -i
# The last word counts now. But nobody says that the rule is enabled, and what is appended belongs to what stands behind `or`.
sed -i '\|^  - /etc/falco/falco_rules.local.yaml$|d; s|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team\n  - /etc/falco/falco_rules.local.yaml|' /etc/falco/falco.yaml
