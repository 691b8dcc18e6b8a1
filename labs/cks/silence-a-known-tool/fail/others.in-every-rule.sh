ssh node01
sudo -i
# Not only this rule overlooks the tools now.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ tool1 }}, ${{ place1 }}]
        - [${{ tool2 }}, ${{ place2 }}]
  override:
    exceptions: append

- rule: ${{ other }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ tool1 }}, ${{ place1 }}]
        - [${{ tool2 }}, ${{ place2 }}]
  override:
    exceptions: append

- rule: Namespace changed in container
  condition: and not proc.name in (${{ tool1 }}, ${{ tool2 }})
  override:
    condition: append
EOF
