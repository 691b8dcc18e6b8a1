ssh node01
sudo -i
# Other programs have names that contain these.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [contains, startswith]
      values:
        - [${{ tool1 }}, ${{ place1 }}]
        - [${{ tool2 }}, ${{ place2 }}]
  override:
    exceptions: append
EOF
